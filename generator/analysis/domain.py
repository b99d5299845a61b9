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
    "namen": "naam",
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
    deelnemer deskundige deskundigen directeur directeuren doelstelling doelstellingen doeltreffend draagkracht
    draagvlak eenvoud evenwicht gastheer gastvrouw gehandicapt gehandicapte gemeente handhaving handleiding
    handreiking handvat herindeling hoofdstuk huishouden huishouding huisvesting jeugdige kenmerk kleinschalig
    laaggeletterd laaggeletterde laaggeletterdheid landschap leidinggevende leidraad maatregel maatschap
    maatschappelijk maatschappij maatstaf maatwerk mantelzorg mantelzorger mantelzorgers medewerker netwerk niveau
    noodzakelijk onderwijs ontwikkeling overlast partnerschap perspectief platteland postuur probleem randvoorwaarde
    rechtmatig regelgeving richtlijn samenwerking slachtoffer stadhuis standpunt statushouder statushouders
    steekproef taakstelling tegelijkertijd tegenprestatie thuisloos thuisloze tijdschrift transformatie
    uithuisplaatsing uithuisplaatsingen verpleegkundige verpleegkundigen verstrekking voorbeeld vrijheid
    vrijwilliger vrijwilligers waterstaat weerstand weerstanden wereld werkelijkheid werkgelegenheid werkgever
    werkgevers werkloos werkloosheid werknemer werknemers werkzaamheden werkzaamheid wetgeving wethouder wethouders
    willekeur woordvoerder zeggenschap zelfredzaam zelfredzaamheid zelfstandig zelfstandige ziekenhuis""".split()
)
"""Words that look like compounds, but mean more or other than their parts; they are never cut."""

PARTS = frozenset(
    """aanbod aanleg aanpak advies armoede autonomie begeleiding beheer bejaarde beleid bescherming bestaan bestand
    besteding bestendig bestendige bestuur bewind bewindvoering bewustwording bewustzijn bijeenkomst bijstand bloei
    brede breed buddy burgerschap buurt check checks client cliënt consensus contact criminaliteit cursist dementie
    dienst dienstverlening diversiteit doelgroep domein doorstroom drugs dwang eenzaamheid eerstelijn eerstelijns
    eigenaarschap ervaring ethiek extremisme financiën flexibiliteit gebonden gebruik gedrag gegevens gelijkheid
    gemeente genot gerechtigd gerechtigde gerechtigden gerelateerd gerelateerde gericht gerichte geweld gezin
    gezondheid goederen handhaving herstel horeca huisvesting hulpverlening hygiëne inburgering inkomen inkoop
    innovatie instroom integriteit internet inwoner isolement jeugd jongere jongeren keten kinder koopkracht kosten
    kracht krimp kritiek kwaliteit laaggeletterdheid landbouw leefbaarheid leerplicht leven logistiek management
    mantelzorg mantelzorger marketing mediation mentor monitoring natuur nazorg netwerk obesitas ondernemerschap
    ondersteuning onderwijs ongelijkheid opvang organisatie ouder oudere ouderen outreach overlast overlijden
    overstijgend overstijgende participatie plichtig plichtige politiek preventie privacy problematiek professional
    prostitutie psychiatrie publiek regie reizen respijt rijks roken rouw samenleving samenwerking schade schoonmaak
    schuld schulden schuldhulp seks signalering spoed statushouder stedenbouw stress sturing subsidie suicide
    suïcide taxi terugkeer tevredenheid toegang toegankelijk toegankelijke toeleiding toerisme tolk tweedelijn
    tweedelijns uitstroom vandalisme veerkracht veiligheid verantwoordelijke verantwoordelijken verhuur verkeer
    verkoop verlener verlening verloop vermogen verslaving vertrouwen verwaarlozing verzuim volgsysteem voltijd
    volwassene volwassenen voorziening vriendelijk vriendelijke vrijwilliger vroeg welvaart welzijn werkgever
    werknemer wijkteam wonen woongenot zelfhulp zelfredzaamheid zelfregie zoekende zoekenden zorg zwerf""".split()
)
"""Parts of compounds that are preferred, and that the word list partly lacks."""

SHORT_PARTS = frozenset(
    """app apps arts auto baan baat bad bank bed beeld blad boek bond bord bouw bron brug bus buur café case cel club
    code daad dag dank data deel denk deur dier doel doen dorp druk eind eis eten fase feit film fonds foto gang
    gast gebied geld gids grens groei grond hand hart help hof hoofd huis hulp huur idee info jaar jaren job kaart
    kamp kans keer kerk kern kies kind klas klus knel kook koor kost kunst land last leef leen leer lees les lid
    lijn lijst loon loop maak maat mail markt meet mens menu naam nacht net nood norm nota nul paar pand park pas
    pers pgb pijn plan pleeg plek plus post punt raad rand rang recht reis risico rol rook ruil rust saam scan seks
    site spel spoor sport stad staf stam stap stem steun stof stuk taak taal taxi team tekst thee tijd toer tolk top
    tuin type uren uur vak val vang veld voed voer volk vorm vraag vriend vrij wacht wand web weg wens werk wet wiel
    wijk winst wmo woon woord zaak zaal zelf ziek ziel zoek zorg zwem""".split()
)
"""Parts of three or four letters; any other so short is more often a piece of a word than a word."""

NOT_PARTS = frozenset(
    """aard aarde aarden achter achtig achtigheid acties amen anti baar bare baren best bijeen bijvoor binnen boven
    broch buiten chap daar delijk ding door echt eigen elijk elijke eloos ensen eren erin ering eringen erop essen
    eten ette formatie gaan gaande gelegen gemeen geren gever gevers goud haar half halve heden heid held homo hoog
    houden ingen inter ische isme iteit klak klein krijgen kundige kundigen kwar laag laat laats lande lang langs
    lans leeg lende lering lief lijk lijke lijken lijkheid lijking lingen loos loosheid loze luik luis maal mark
    matig matige matigheid mede mini mist moei mooi naar naast natie neer nemen nemer nemers niet noot onde onder
    oneren orden over overeen para peri raar raat rechte rede rijk rijke rijker ring rondom rood sage samen schap
    schappelijk schappen schappij scheer sing slaan slag soort span staan staand stal stand standen standig standige
    stane staten stede stel stellen steller stelling ster sters stil stom tachtigheid tegen tegenover telling
    terecht terug tezamen toek toren trans treek tussen uiteen vallen vals vast veel vele vergel vers verst vinden
    volle voor voort vooruit waar waard waardig ware weder weten wijd wijs zaam zage zamen zege zetten zicht ziek
    zien zoals zwaar""".split()
)
"""Affixes and particles that are also word forms: cutting at them splits derivations, not compounds."""
