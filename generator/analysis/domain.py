"""Words of the social domain that a general word list lacks, gets wrong or would cut to pieces.

Whoever adds a word here adds it to `tests/analysis_woorden.csv` too, with what it must become.
"""

from __future__ import annotations

LEMMAS = {
    "betrokkene": "betrokkene",
    "betrokkenen": "betrokkene",
    "data": "data",
    "dataset": "dataset",
    "eerste": "eerste",
    "eersten": "eerste",
    "jongere": "jongere",
    "jongeren": "jongere",
    "keten": "keten",
    "kinder": "kind",
    "kosten": "kosten",
    "leden": "lid",
    "media": "media",
    "minima": "minima",
    "ouder": "ouder",
    "oudere": "oudere",
    "ouderen": "oudere",
    "raden": "raad",
    "tweede": "tweede",
    "velden": "veld",
    "zwervers": "zwerver",
}
"""Word forms whose usual lemma is wrong here: `leden` are members, not suffering."""

STEMS = {
    "ouder": "ouder",
    "oudere": "oudere",
    "overheid": "overheid",
    "plaats": "plaats",
    "weten": "weten",
}
"""Lemmas whose Snowball stem is that of another word: ouders are no ouderen, weten is no wet."""

ATOMS = frozenset(
    """aandeelhouder achterban achterstand ambtenaar arbeidsmarkt autoriteit bedrijfsvoering begeleider behandeling
    belanghebbende belangstelling bestuurder bewindspersoon burgemeester daadkracht dakloos dakloze deelgenoot
    deelnemer deskundige deskundigen doelstelling doelstellingen doeltreffend draagkracht draagvlak eenvoud
    evenwicht gastheer gastvrouw gehandicapt gehandicapte gemeente handhaving handleiding handreiking handvat
    herindeling hoofdstuk huishouden huishouding huisvesting jeugdige kenmerk kleinschalig laaggeletterd
    laaggeletterde laaggeletterdheid landschap leidinggevende leidraad maatregel maatschap maatschappij maatstaf
    maatwerk mantelzorg mantelzorger mantelzorgers medewerker netwerk niveau noodzakelijk onderwijs ontwikkeling
    overlast partnerschap perspectief platteland postuur probleem randvoorwaarde rechtmatig regelgeving richtlijn
    samenwerking slachtoffer stadhuis standpunt statushouder statushouders steekproef taakstelling tegelijkertijd
    tegenprestatie thuisloos thuisloze tijdschrift transformatie uithuisplaatsing uithuisplaatsingen verpleegkundige
    verpleegkundigen voorbeeld vrijheid vrijwilliger vrijwilligers waterstaat weerstand weerstanden wereld
    werkelijkheid werkgelegenheid werkgever werkgevers werkloos werkloosheid werknemer werknemers werkzaamheden
    werkzaamheid wetgeving wethouder wethouders willekeur woordvoerder zeggenschap zelfredzaam zelfredzaamheid
    zelfstandig zelfstandige ziekenhuis""".split()
)
"""Words that look like compounds, but mean more or other than their parts; they are never cut."""

PARTS = frozenset(
    """aanbod aanpak advies armoede begeleiding beheer beleid bescherming bestaan bestand besteding bestendig
    bestendige bestuur bewind bewindvoering bewustzijn bijeenkomst bijstand brede breed buddy buurt client cliënt
    consensus contact deeltijd dementie dienst dienstverlening doelgroep domein doorstroom dwang eenzaamheid
    eerstelijn eerstelijns ervaring financiën gebonden gebruik gegevens gelijkheid gemeente gerechtigd gerechtigde
    gerechtigden gerelateerd gerelateerde gericht gerichte gezin gezondheid handhaving huisvesting hulpverlening
    inburgering inkomen inkoop innovatie instroom internet inwoner isolement jeugd jongere jongeren keten kinder
    kosten kracht kwaliteit laaggeletterdheid leefbaarheid leven mantelzorg mantelzorger mediation mentor monitoring
    nazorg netwerk ondersteuning onderwijs ongelijkheid opvang organisatie ouder oudere ouderen overlast
    overstijgend overstijgende participatie plichtig plichtige preventie privacy problematiek professional regie
    respijt rijks samenleving samenwerking schuld schulden schuldhulp signalering spoed statushouder sturing
    subsidie tevredenheid toegang toegankelijk toegankelijke toeleiding tweedelijn tweedelijns uitstroom veiligheid
    verantwoordelijke verantwoordelijken verlener verlening verslaving verwaarlozing verzuim voltijd volwassene
    volwassenen voorziening vriendelijk vriendelijke vrijwilliger vroeg welzijn werkgever werknemer wijkteam wonen
    zelfredzaamheid zelfregie zoekende zoekenden zorg zwerf""".split()
)
"""Parts of compounds that are preferred, and that the word list partly lacks."""

SHORT_PARTS = frozenset(
    """app apps arts auto baan bad bank bed beeld blad boek bond bord bouw bron brug buur café case cel club code dag
    dank data deel denk deur dier doel doen dorp druk eind eis eten feit film fonds foto gast gebied geld gids grens
    groei grond hand hart help hof hoofd huis hulp huur idee info jaar job kaart kamp kans keer kerk kern kies kind
    klas klus knel kook koor kost kunst land last leef leen leer lees les lid lijn lijst loon loop maak maat mail
    markt meet mens menu naam nacht net nood norm nota nul paar pand park pas pers pgb pijn plan pleeg plek plus
    post punt raad rand recht reis risico rol rook ruil rust saam scan site spel spoor sport stad staf stam stap
    stem steun stof stuk taak taal team tekst thee tijd toer top tuin type uren uur vak val veld voed voer volk vorm
    vraag vriend vrij wacht wand web weg wens werk wet wiel wijk winst wmo woon woord zaak zaal zelf ziek ziel zoek
    zorg zwem""".split()
)
"""Parts of three or four letters; any other so short is more often a piece of a word than a word."""

NOT_PARTS = frozenset(
    """aard aarde aarden achter achtig acties anti baar bare baren best bijeen binnen boven broch buiten chap daar
    delijk ding door echt eigen elijk elijke ensen eren erin ering eringen erop essen eten ette formatie gaan gaande
    gelegen gemeen geren gever gevers goud haar half halve heden heid held homo hoog houden ingen inter ische iteit
    jaren klein krijgen kundige kundigen laag laat lande lang langs lans leeg lering lief lijk lijke lijkheid
    lijking lingen loos loosheid loze luik luis maal mark matig matige matigheid mede mini mist moei mooi naar naast
    natie neer nemen nemer nemers niet noot onde onder oneren orden over overeen para peri raar raat rechte rede
    rijke ring rondom rood samen schap schappen schappij scheer sing slaan slag soort span staan staand stal stand
    standen standig standige stane staten stel stellen steller stelling ster sters stil stom tegen tegenover telling
    terecht terug tezamen toren trans tussen uiteen vallen vals vast veel vele vergel vinden volle voor voort
    vooruit waar waard waardig ware weder weten wijd wijs zaam zage zamen zege zetten zicht ziek zien zoals zwaar""".split()
)
"""Affixes and particles that are also word forms: cutting at them splits derivations, not compounds."""
