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
    draagvlak eenvoud eerstelijn eerstelijns evenwicht gastheer gastvrouw gehandicapt gehandicapte gemeente
    handhaving handleiding handreiking handvat herindeling hoofdstuk huishouden huishouding huisvesting jeugdige
    kenmerk kleinschalig laaggeletterd laaggeletterde laaggeletterdheid landschap leidinggevende leidraad maatregel
    maatschap maatschappelijk maatschappij maatstaf maatwerk mantelzorg mantelzorger mantelzorgers medewerker
    netwerk niveau noodzakelijk onderwijs ontwikkeling overlast partnerschap perspectief platteland postuur probleem
    randvoorwaarde rechtmatig regelgeving richtlijn samenwerking slachtoffer stadhuis standpunt statushouder
    statushouders steekproef taakstelling tegelijkertijd tegenprestatie thuisloos thuisloze tijdschrift
    transformatie tweedelijn tweedelijns uithuisplaatsing uithuisplaatsingen verpleegkundige verpleegkundigen
    verstrekking voorbeeld vrijheid vrijwilliger vrijwilligers waterstaat weerstand weerstanden wereld werkelijkheid
    werkgelegenheid werkgever werkgevers werkloos werkloosheid werknemer werknemers werkzaamheden werkzaamheid
    wetgeving wethouder wethouders willekeur woordvoerder zeggenschap zelfredzaam zelfredzaamheid zelfstandig
    zelfstandige ziekenhuis""".split()
)
"""Words that look like compounds, but mean more or other than their parts; they are never cut."""

PARTS = frozenset(
    """aanbod aanleg aanpak advies armoede autonomie beeld begeleiding beheer bejaarde beleid bescherming bestaan
    bestand besteding bestendig bestendige bestuur bewind bewindvoering bewustwording bewustzijn bijeenkomst
    bijstand bloei brede breed buddy burgerschap buurt check checks client cliënt consensus contact criminaliteit
    cursist dementie dienst dienstverlening diversiteit doelgroep domein doorstroom drugs dwang eenzaamheid
    eigenaarschap ervaring ethiek extremisme financiën flexibiliteit fonds gebied gebonden gebruik gedrag gegevens
    gelijkheid genot gerechtigd gerechtigde gerechtigden gerelateerd gerelateerde gericht gerichte geweld gezin
    gezondheid goederen grens groei grond herstel hoofd horeca hulpverlening hygiëne inburgering inkomen inkoop
    innovatie instroom integriteit internet inwoner isolement jaren jeugd jongere jongeren kaart keten kinder
    koopkracht kosten kracht krimp kritiek kunst kwaliteit landbouw leefbaarheid leerplicht leven lijst logistiek
    management marketing markt mediation mentor monitoring nacht natuur nazorg obesitas ondernemerschap
    ondersteuning ongelijkheid opvang organisatie ouder oudere ouderen outreach overlijden overstijgend
    overstijgende participatie plichtig plichtige politiek preventie privacy problematiek professional prostitutie
    psychiatrie publiek recht reden regie reizen respijt rijks risico roken samenleving schade schoonmaak schuld
    schulden schuldhulp signalering spoed spoor sport stedenbouw steun stress sturing subsidie suicide suïcide tekst
    terugkeer tevredenheid toegang toegankelijk toegankelijke toeleiding toerisme triage uitstroom vandalisme
    veerkracht veiligheid verantwoordelijke verantwoordelijken verhuur verkeer verkoop verlener verlening verloop
    vermogen verslaving vertrouwen verwaarlozing verzuim volgsysteem voltijd volwassene volwassenen voorziening
    vraag vriend vriendelijk vriendelijke vroeg wacht welvaart welzijn wijkteam winst wonen woongenot woord zelfhulp
    zelfregie zoekende zoekenden""".split()
)
"""Parts of compounds that are preferred, and that the word list partly lacks; `ATOMS` are parts too."""

SHORT_PARTS = frozenset(
    """app apps arts auto baan baat bad bak bank bed blad boek bon bond bord bos bouw bron brug bus buur café case
    cel club code daad dag dak dank data deel deur dier doel doen dorp druk eind eis eten fase feit film foto
    fout gang gast geld gids hal hand hart hof huis hulp hut huur idee info jaar job kamp kans keer kerk kern
    kind klas klus knel kook koor kost lab land last leen les lid lijn loon loop maat mail map mens menu naam
    net nood norm nota paar pand park pas pers pgb pijn plan plek plus post punt raad rand rang reis rol rook
    rouw ruil rust scan seks site spel stad staf stam stap stem stof stuk taak taal taxi team thee tijd toer
    tolk top tuin type uren uur vak val vang vee veld voed voer volk vorm wand web weg wens werk wet wiel wijk
    wmo zaak zaal zee ziek ziel zon zorg""".split()
)
"""Parts of three or four letters; any other so short is as often a piece of a word as a word."""

FIRST_PARTS = frozenset(
    """denk help ken kies leef leer lees maak meet meld nul pleeg privé saam vrij woon zelf zoek zwem zwerf""".split()
)
"""Short parts that begin compounds but never end them: mostly stems of verbs."""

NOT_PARTS = frozenset(
    """aard aarde aarden achter achtig achtigheid amen anti baar bare baren best bijeen bijvoor binnen boven broch
    buiten chap daar delijk ding door echt eigen elijk elijke eloos ensen eren erin ering eringen erop essen eten
    ette formatie gaan gaande gelegen gemeen geren gever gevers goud haar half halve heden heid held homo hoog
    houden ingen inter ische isme iteit klak klein krijgen kundige kundigen kwar laag laat laats lande lang langs
    lans leeg lende lering lief lijk lijke lijken lijkheid lijking lingen loos loosheid loze luik luis maal mark
    matig matige matigheid mede mini mist moei mooi naar naast natie neer nemen nemer nemers niet noot onde onder
    oneren orden over overeen para peri raar raat rechte rede rijk rijke rijker ring rondom rood sage samen schap
    schappelijk schappen schappij scheer sing slaan slag smaker smakers soort span staan staand stal stand standen
    standig standige stane staten stede stel stellen steller stelling ster sters stil stom tachtigheid tegen
    tegenover telling terecht terug tezamen toek toren trans treek tussen uiteen vallen vals vast veel vele vergel
    vers verst vinden volle voor voort vooruit waar waard waardig ware weder weten wijd wijs zaam zage zamen zege
    zetten zicht ziek zien zoals zwaar""".split()
)
"""Affixes and particles that are also word forms: cutting at them splits derivations, not compounds."""
