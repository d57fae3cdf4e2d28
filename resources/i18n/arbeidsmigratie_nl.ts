<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
    <name>@default</name>
    <message>
        <location filename="arbeidsmigratie_plugin/core/clusters/roles.py"/>
        <source>no registrations were delivered for it at both dates, so it can't be compared</source>
        <translation>daarvoor is niet op beide peildata geleverd, dus vergelijken kan niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/clusters/roles.py"/>
        <source>that is no code of four digits</source>
        <translation>dat is geen code van vier cijfers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/clusters/roles.py"/>
        <source>that is no code of four digits, nor the name of one municipality</source>
        <translation>dat is geen code van vier cijfers, en ook niet de naam van één gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/clusters/roles.py"/>
        <source>that is none of the municipalities here ({known})</source>
        <translation>dat is geen van de gemeenten hier ({known})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/clusters/roles.py"/>
        <source>{seen} names it too, and a municipality has one part</source>
        <translation>{seen} noemt die ook, en een gemeente heeft één rol</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/columns.py"/>
        <source>it is not JSON ({msg}, character {at})</source>
        <translation>het is geen JSON ({msg}, teken {at})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/columns.py"/>
        <source>it must look like {"huisnummer": "Huisnr", "postcode": "F"}</source>
        <translation>het moet eruitzien als {"huisnummer": "Huisnr", "postcode": "F"}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/columns.py"/>
        <source>there is no field {unknown}; fields are {fields}</source>
        <translation>er is geen veld {unknown}; de velden zijn {fields}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/delivery.py"/>
        <source> and </source>
        <translation> en </translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/delivery.py"/>
        <source>a house number with a postcode or street, or a BAG identifier</source>
        <translation>een huisnummer met een postcode of straat, of een BAG-identificatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/delivery.py"/>
        <source>dates of birth</source>
        <translation>geboortedatums</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/delivery.py"/>
        <source>phone numbers</source>
        <translation>telefoonnummers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/delivery.py"/>
        <source>{file} has no column '{theirs}' for {ours}</source>
        <translation>{file} heeft geen kolom '{theirs}' voor {ours}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/continuity.py"/>
        <source>Give GEMEENTEN of the same year as before; new borders need a new series</source>
        <translation>Geef GEMEENTEN van hetzelfde jaar als eerder; nieuwe grenzen vragen een nieuwe reeks</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/continuity.py"/>
        <source>Give addresses with the same kind of identifier as before (adresseerbaarobject_id)</source>
        <translation>Geef adressen met dezelfde soort identificatie als eerder (adresseerbaarobject_id)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/continuity.py"/>
        <source>addresses went from one municipality to another ({moved})</source>
        <translation>adressen gingen van de ene gemeente naar de andere ({moved})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/continuity.py"/>
        <source>hardly any address has the identifier that it had before, so that changes can't be told</source>
        <translation>bijna geen adres heeft de identificatie die het eerder had, zodat veranderingen niet zijn vast te stellen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/continuity.py"/>
        <source>{old} to {new}</source>
        <translation>{old} naar {new}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>A larger area may have them: add municipalities, or ask for a coarser RESOLUTION</source>
        <translation>Een groter gebied heeft die misschien wel: voeg gemeenten toe, of vraag een grovere RESOLUTION</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>Ask for RESOLUTION {lowest} or coarser</source>
        <translation>Vraag RESOLUTION {lowest} of grover</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>Ask for a coarser RESOLUTION, or leave these municipalities out (REGION)</source>
        <translation>Vraag een grovere RESOLUTION, of laat deze gemeenten weg (REGION)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>in {names} an attacker could still narrow down a small number after {repairs} repairs</source>
        <translation>in {names} kon een aanvaller na {repairs} reparaties nog een klein getal inperken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>no part of any municipality has the {persons} registrations on {addresses} addresses in {homes} homes that a number needs</source>
        <translation>geen deel van een gemeente heeft de {persons} registraties op {addresses} adressen tussen {homes} woningen die een getal nodig heeft</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/decide.py"/>
        <source>the regions of {finer} are frozen at resolution {lowest}, and resolution {resolution} would cut them anew, so that two maps together give away the difference</source>
        <translation>de gebieden van {finer} liggen vast op resolutie {lowest}, en resolutie {resolution} zou ze opnieuw indelen, zodat twee kaarten samen het verschil verraden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>Use the version and settings of the plugin that it was started with, or start a new series under another name</source>
        <translation>Gebruik de versie en de instellingen van de plug-in waarmee de reeks begon, of begin een nieuwe reeks met een andere naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>another PROJ pipeline took its coordinates from RD to WGS84, so that addresses would change cells</source>
        <translation>de coördinaten zijn met een andere PROJ-pijplijn van RD naar WGS84 gebracht, zodat adressen in een andere cel zouden komen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>give SERIES '{series}', or the LEDGER of the other series</source>
        <translation>geef SERIES '{series}', of het LEDGER van de andere reeks</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>it was replaced since it was opened</source>
        <translation>het is vervangen sinds het werd geopend</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>its numbers are rounded to {ours}, not {asked}</source>
        <translation>de getallen zijn afgerond op {ours}, niet op {asked}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>its regions are made of cells of resolution {ours}, not {asked}</source>
        <translation>de gebieden bestaan uit cellen van resolutie {ours}, niet {asked}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>its snapshots do not fit the secret of the series</source>
        <translation>de momentopnamen passen niet bij de geheime sleutel van de reeks</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>series '{series}'</source>
        <translation>reeks '{series}'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger.py"/>
        <source>the safety rules of this export are weaker than those of the series</source>
        <translation>de veiligheidsregels van deze export zijn zwakker dan die van de reeks</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_chain.py"/>
        <source>entry {sequence} can't be read</source>
        <translation>regel {sequence} is niet te lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_chain.py"/>
        <source>entry {sequence} does not follow the one before</source>
        <translation>regel {sequence} sluit niet aan op de vorige</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_chain.py"/>
        <source>entry {sequence} is missing</source>
        <translation>regel {sequence} ontbreekt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_chain.py"/>
        <source>entry {sequence} was changed</source>
        <translation>regel {sequence} is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_chain.py"/>
        <source>it has no entries</source>
        <translation>er staan geen regels in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>SQLite finds its pages broken</source>
        <translation>SQLite vindt beschadigde pagina's</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>a folder</source>
        <translation>een map</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>a ledger</source>
        <translation>een grootboek</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>a newer version of the plugin</source>
        <translation>een nieuwere versie van de plug-in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>an entry is missing</source>
        <translation>er ontbreekt een regel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>another kind of data</source>
        <translation>een ander soort gegevens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>give the path of the ledger, or put back a good copy</source>
        <translation>geef het pad van het grootboek, of zet een goede kopie terug</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>it is empty</source>
        <translation>er staat niets in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>its tables are not those of a ledger</source>
        <translation>de tabellen zijn niet die van een grootboek</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>its texts are broken</source>
        <translation>de teksten zijn beschadigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>no access to the file, or to its folder</source>
        <translation>geen toegang tot het bestand of tot de map ervan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>no access to the folder</source>
        <translation>geen toegang tot de map</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>put it back, or give the path where it is now</source>
        <translation>zet het terug, of geef het pad waar het nu staat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>the disk is full</source>
        <translation>de schijf is vol</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>the disk or the network share gives an error</source>
        <translation>de schijf of de netwerkmap geeft een fout</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>there is a file already; give the name of a new one</source>
        <translation>er is al een bestand; geef de naam van een nieuw bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>this version</source>
        <translation>deze versie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>update the plugin on this computer</source>
        <translation>werk de plug-in op deze computer bij</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_schema.py"/>
        <source>you may not change it or its folder; ask for that right</source>
        <translation>het bestand of de map ervan mag niet worden gewijzigd; vraag dat recht aan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_session.py"/>
        <source>Make the export as the earlier ones were made, or start a new series under another name</source>
        <translation>Maak de export zoals de eerdere, of begin een nieuwe reeks met een andere naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_session.py"/>
        <source>the regions of {code} would be cut anew, so that two maps give away the difference</source>
        <translation>de gebieden van {code} zouden opnieuw worden ingedeeld, zodat twee kaarten het verschil verraden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_state.py"/>
        <source>a partition or snapshot can't be read</source>
        <translation>een indeling of momentopname is niet te lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_state.py"/>
        <source>a partition was changed</source>
        <translation>een indeling is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_state.py"/>
        <source>a snapshot was changed</source>
        <translation>een momentopname is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_state.py"/>
        <source>a {table} that an entry names is missing</source>
        <translation>een {table} die in een regel staat, ontbreekt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/ledger_state.py"/>
        <source>there is a {table} without its entry</source>
        <translation>er is een {table} zonder regel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>Ask each municipality for a package of the same series, date and version</source>
        <translation>Vraag elke gemeente om een pakket van dezelfde reeks, peildatum en versie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>Ask for a new one</source>
        <translation>Vraag een nieuw pakket</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>Give EXPIRES {expires} or earlier</source>
        <translation>Geef EXPIRES {expires} of eerder</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>Give one package for each municipality</source>
        <translation>Geef voor elke gemeente één pakket</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>Give the packages of two or more municipalities</source>
        <translation>Geef de pakketten van twee of meer gemeenten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>grids</source>
        <translation>rasters</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>reference dates</source>
        <translation>peildata</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>roundings</source>
        <translation>afrondingen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>series</source>
        <translation>reeks</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>that of {whose} is valid until {expires}, before EXPIRES ({asked})</source>
        <translation>dat van {whose} is geldig tot en met {expires}, eerder dan EXPIRES ({asked})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>that of {whose} was valid until {expires}</source>
        <translation>dat van {whose} was geldig tot en met {expires}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>there is only one</source>
        <translation>er is er maar één</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>they have different {name}{told}</source>
        <translation>ze verschillen in {name}{told}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/merging.py"/>
        <source>{twice} occurs in more than one</source>
        <translation>{twice} komt in meer dan één pakket voor</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/disclosure/rules_text.py"/>
        <source>{whole} (whole numbers) and {other}, above 0 and up to {highest}</source>
        <translation>{whole} (gehele getallen) en {other}, boven 0 en tot en met {highest}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>'{text}' is not a date that can be used for {name}: write it as 2026-07-01.</source>
        <translation>'{text}' is geen datum die voor {name} te gebruiken is: schrijf hem als 2026-07-01.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>ADDRESS must be one address of at most {longest} characters, such as 'Dorpsstraat 12, Weesp', without a number or name of a person.</source>
        <translation>ADDRESS moet één adres zijn van hoogstens {longest} tekens, zoals 'Dorpsstraat 12, Weesp', zonder nummer of naam van een persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>COVERED names {unknown}, which is none of the municipalities here: {known}.</source>
        <translation>COVERED noemt {unknown}; dat is geen van de gemeenten hier: {known}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Column {column} of {file} can't serve as {field}: it holds citizen service numbers. Map another one.</source>
        <translation>Kolom {column} van {file} kan niet dienen als {field}: er staan burgerservicenummers in. Wijs een andere kolom aan.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Column {column} of {file} can't serve as {field}: most of it looks like {what}. Map another one.</source>
        <translation>Kolom {column} van {file} kan niet dienen als {field}: het meeste erin lijkt op {what}. Wijs een andere aan.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Columns {columns} of {file} have the same name and differ, so it can't be told which holds {field} of the stay address: say so with MAPPING, by the letter of the column.</source>
        <translation>De kolommen {columns} van {file} hebben dezelfde naam en verschillen, zodat onbekend is welke {field} van het verblijfsadres bevat: geef dat aan met MAPPING, met de letter van de kolom.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Give REGION (one of {presets}, or codes of municipalities) or AREA (polygons).</source>
        <translation>Geef REGION (een van {presets}, of codes van gemeenten) of AREA (vlakken).</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Give REGION ({region}) or AREA ({area}), not both: they may differ.</source>
        <translation>Geef REGION ({region}) of AREA ({area}), niet allebei: ze kunnen verschillen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Give either RNI (one delivery) or ADDRESSES (outputs of 'rniinlezen'): {given}.</source>
        <translation>Geef RNI (één levering) of ADDRESSES (uitvoer van 'rniinlezen'): {given}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Give {name}, polygons with a code and a name (for example the output of 'gebiedenophalen'): without them it is unknown in which municipalities a cluster lies.</source>
        <translation>Geef {name}, vlakken met een code en een naam (bijvoorbeeld de uitvoer van 'gebiedenophalen'): zonder die vlakken is onbekend in welke gemeenten een cluster ligt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>KIND '{kind}' can't be used: give one of {known}.</source>
        <translation>KIND '{kind}' is niet te gebruiken: geef een van {known}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>MAPPING can't be used: {reason}.</source>
        <translation>MAPPING is niet te gebruiken: {reason}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>No address columns were recognised in {file}: a header row needs at least {needed}. Give the header row with HEADER_ROW, or the columns with MAPPING.</source>
        <translation>In {file} zijn geen adreskolommen herkend: een kopregel heeft minstens {needed} nodig. Geef de kopregel met HEADER_ROW, of de kolommen met MAPPING.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>None of the {count} registrations of {layer} is on a BAG object in use: give the BAG of that region.</source>
        <translation>Geen van de {count} registraties van {layer} staat op een BAG-object in gebruik: geef de BAG van die regio.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>None of the {rows} rows of {file} has a usable address (a house number with a postcode or street, or a BAG identifier): check the header row and the columns, and give HEADER_ROW or MAPPING.</source>
        <translation>Geen van de {rows} rijen van {file} heeft een bruikbaar adres (een huisnummer met een postcode of straat, of een BAG-identificatie): controleer de kopregel en de kolommen, en geef HEADER_ROW of MAPPING.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Only {percent} % of the registrations could be placed on a BAG address, less than the {minimum} % below which a map would mislead. Run 'rniinlezen' and look at the list of unmatched addresses: mostly the BAG file does not cover the municipalities of the delivery, or a column was recognised wrongly.</source>
        <translation>Van de registraties kon maar {percent} % op een BAG-adres worden geplaatst, minder dan de {minimum} % waaronder een kaart misleidt. Voer 'rniinlezen' uit en bekijk de lijst met niet-gekoppelde adressen: meestal dekt het BAG-bestand de gemeenten van de levering niet, of is een kolom verkeerd herkend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>PERMUTATIONS ({permutations}) can't serve {tests} tests at a false discovery rate of {fdr}: {needed} to {most} are needed. Leave it empty, or use 'ring_poisson', which needs none.</source>
        <translation>PERMUTATIONS ({permutations}) is niet genoeg of te veel voor {tests} toetsen bij een aandeel fout-positieven (FDR) van {fdr}: nodig zijn {needed} tot {most}. Laat het leeg, of gebruik 'ring_poisson', die er geen nodig heeft.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>PERMUTATIONS ({permutations}) can't show anything at FDR {fdr}: the scan needs at least {needed} random worlds. Leave it empty, or use 'ring_poisson', which needs none.</source>
        <translation>PERMUTATIONS ({permutations}) kan bij FDR {fdr} niets aantonen: de scan heeft minstens {needed} toevalskaarten nodig. Laat het leeg, of gebruik 'ring_poisson', die er geen nodig heeft.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>QGIS was busy with something else for {seconds} seconds, so that the map could not be made and nothing was written: let it finish, or close what it asks, and run again.</source>
        <translation>QGIS was {seconds} seconden bezig met iets anders, zodat de kaart niet kon worden gemaakt en niets is geschreven: laat QGIS klaar zijn, of sluit het venster dat een antwoord vraagt, en voer het opnieuw uit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>REGION names {name} ({code}), which ended on {since}: its territory now belongs to {into}. Give that.</source>
        <translation>REGION noemt {name} ({code}), die op {since} is opgeheven: het grondgebied hoort nu bij {into}. Geef die.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>REGION names {unknown}, which {layer} does not have, or has more than once. It has: {known}.</source>
        <translation>REGION noemt {unknown}; die heeft {layer} niet, of meer dan één keer. Wel: {known}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Resolution {resolution} is out of range: give a whole number from {lowest} to {highest}.</source>
        <translation>Resolutie {resolution} valt buiten het bereik: geef een geheel getal van {lowest} tot en met {highest}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Row {row} of the policy table {file} can't be used: {reason}. {remedy}.</source>
        <translation>Rij {row} van de beleidstabel {file} is niet te gebruiken: {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>Row {row} of {file} has a quotation mark that is not closed, so it can't be told where its cells end: mend it, or save the delivery as .xlsx.</source>
        <translation>Rij {row} van {file} heeft een aanhalingsteken dat niet wordt gesloten, zodat onbekend is waar de cellen eindigen: herstel het, of sla de levering op als .xlsx.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>SOURCE '{source}' can't be used: give one of {known}, and FILE with the last of these.</source>
        <translation>SOURCE '{source}' is niet te gebruiken: geef een van {known}, en bij de laatste daarvan ook FILE.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>The Python library {library} is missing. {remedy}</source>
        <translation>De Python-bibliotheek {library} ontbreekt. {remedy}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>The address goes out to {service}, a public service: set AGREED if that is allowed.</source>
        <translation>Het adres gaat naar {service}, een openbare dienst: zet AGREED aan als dat mag.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>The rules in {file} can't be used: {reason}. Mend them in the form of resources/signals.</source>
        <translation>De regels in {file} zijn niet te gebruiken: {reason}. Herstel ze in de vorm van resources/signals.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>The two layers can't be compared: {reasons}.</source>
        <translation>De twee lagen zijn niet te vergelijken: {reasons}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} can't be opened ({reason}): close it in other programs and check your rights.</source>
        <translation>{file} is niet te openen ({reason}): sluit het in andere programma's en controleer de rechten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} can't be read, it seems damaged: ask the sender for a new copy.</source>
        <translation>{file} is niet te lezen en lijkt beschadigd: vraag de afzender om een nieuwe kopie.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} can't be the earlier map: {reason}. Give another workspace as PREVIOUS or none, or move this one out of the folder of the project.</source>
        <translation>{file} kan niet de eerdere kaart zijn: {reason}. Geef een ander werkbestand op als PREVIOUS of geen, of verplaats dit naar een plek buiten de projectmap.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} can't be written: {reason}.</source>
        <translation>{file} is niet te schrijven: {reason}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} does not exist: check the path.</source>
        <translation>{file} bestaat niet: controleer het pad.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} has a header but no rows below it: ask the sender for a new delivery.</source>
        <translation>{file} heeft een kopregel maar geen rijen daaronder: vraag de afzender om een nieuwe levering.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} has no row {row}: HEADER_ROW counts from 1, as a spreadsheet does.</source>
        <translation>{file} heeft geen rij {row}: HEADER_ROW telt vanaf 1, zoals een spreadsheet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} has no {expected}; it has: {found}. Give {remedy}.</source>
        <translation>{file} heeft geen {expected}; wel: {found}. Geef {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is damaged at {part}. Copy it again from where it came from. Nothing was installed.</source>
        <translation>{file} is beschadigd bij {part}. Kopieer het opnieuw van de plaats waar het vandaan kwam. Er is niets geïnstalleerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is empty: ask the sender for a new delivery.</source>
        <translation>{file} is leeg: vraag de afzender om een nieuwe levering.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is for {given}, and this QGIS needs {needed}. Ask for that bundle. Nothing was installed.</source>
        <translation>{file} is voor {given}, en deze QGIS heeft {needed} nodig. Vraag om die bundel. Er is niets geïnstalleerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is not an offline bundle of Arbeidsmigratie, or only a part of one. Choose the zip that was made for this computer.</source>
        <translation>{file} is geen offline bundel van Arbeidsmigratie, of maar een deel ervan. Kies de zip die voor deze computer is gemaakt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is not {expected}: {found}. Give {remedy}.</source>
        <translation>{file} moet {expected} zijn: {found}. Geef {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file} is protected with a password: open it, save it without a password and try again.</source>
        <translation>{file} is beveiligd met een wachtwoord: open het, sla het zonder wachtwoord op en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{file}, named by {origin}, can't be used: {key} {reason}. Mend it in the form of {form}, or name no file.</source>
        <translation>{file}, aangewezen door {origin}, is niet te gebruiken: {key} {reason}. Herstel het in de vorm van {form}, of wijs geen bestand aan.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{folder} can't be changed ({reason}). Close other windows of QGIS and try again. Nothing was installed.</source>
        <translation>{folder} is niet te wijzigen ({reason}). Sluit andere vensters van QGIS en probeer het opnieuw. Er is niets geïnstalleerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} can't be used as hexagons: {reason}. Give the output of 'h3aggregeren'.</source>
        <translation>{layer} is niet als hexagonen te gebruiken: {reason}. Geef de uitvoer van 'h3aggregeren'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has addresses more than once ({count} of them), so that registrations would count double.</source>
        <translation>{layer} heeft adressen meer dan één keer ({count} adressen), zodat registraties dubbel zouden tellen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has more than one reference date ({dates}): their numbers can't be added up. Select one of them.</source>
        <translation>{layer} heeft meer dan één peildatum ({dates}): die getallen zijn niet op te tellen. Selecteer er één.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has no coordinate reference system: set it (for BAG data EPSG:28992) and try again.</source>
        <translation>{layer} heeft geen coördinatenreferentiesysteem: stel het in (voor BAG-gegevens EPSG:28992) en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has no field {field}; its fields are: {found}. {remedy}</source>
        <translation>{layer} heeft geen veld {field}; de velden zijn: {found}. {remedy}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has no spatial index, without which the whole file would have to be read: make one in QGIS (Create spatial index), or take the file as PDOK gives it.</source>
        <translation>{layer} heeft geen ruimtelijke index; zonder index moet het hele bestand worden gelezen: maak er een in QGIS (Ruimtelijke index aanmaken), of neem het bestand zoals PDOK het geeft.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has no usable objects: {reason}.</source>
        <translation>{layer} heeft geen bruikbare objecten: {reason}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{layer} has {found}, {expected} are needed.</source>
        <translation>{layer} heeft {found}; nodig zijn {expected}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{name} {date} lies in the future: give the date on which the delivery was made.</source>
        <translation>{name} {date} ligt in de toekomst: geef de datum waarop de levering is gemaakt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{name} {distance} can't be used: give a distance in metres of 0 or more.</source>
        <translation>{name} {distance} is niet te gebruiken: geef een afstand in meters van 0 of meer.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{one} and {other} have registrations on the same addresses ({count} of them), so that they would count double: give one delivery for each municipality, and ask the senders which of the two is right.</source>
        <translation>{one} en {other} hebben registraties op dezelfde adressen ({count} adressen), zodat ze dubbel zouden tellen: geef voor elke gemeente één levering, en vraag de afzenders welke van de twee klopt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{parameter} names {codes}: {reason}.</source>
        <translation>{parameter} noemt {codes}: {reason}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/errors.py"/>
        <source>{setting} can't be used: {reason}. Mend it in the settings of the plugin, or take it away.</source>
        <translation>{setting} is niet te gebruiken: {reason}. Herstel het in de instellingen van de plug-in, of haal het weg.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/gathering.py"/>
        <source>all its addresses lie outside the region</source>
        <translation>al zijn adressen liggen buiten de regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/geometry.py"/>
        <source>Install it as the README says, for example: python3 -m pip install "shapely==2.0.7".</source>
        <translation>Installeer hem zoals de README zegt, bijvoorbeeld: python3 -m pip install "shapely==2.0.7".</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/grid.py"/>
        <source>Install it as the README says under 'Install', for example: python3 -m pip install "h3&gt;=4".</source>
        <translation>Installeer hem zoals de README onder 'Install' zegt, bijvoorbeeld: python3 -m pip install "h3&gt;=4".</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>BAG object not in use</source>
        <translation>BAG-object niet in gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>identifier</source>
        <translation>identificatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>letter or addition not in the BAG</source>
        <translation>huisletter of toevoeging niet in de BAG</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>linked by hand</source>
        <translation>met de hand gekoppeld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>more than one BAG object possible</source>
        <translation>meer dan één BAG-object mogelijk</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>near or opposite a house number</source>
        <translation>bij of tegenover een huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>no usable address</source>
        <translation>geen bruikbaar adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>not in the BAG</source>
        <translation>niet in de BAG</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>outside the region, by hand</source>
        <translation>met de hand buiten de regio gezet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>postcode and number, without the addition</source>
        <translation>postcode en nummer, zonder de toevoeging</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>postcode and street contradict each other</source>
        <translation>postcode en straat spreken elkaar tegen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>postcode, number and addition</source>
        <translation>postcode, nummer en toevoeging</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>skipped by hand</source>
        <translation>met de hand overgeslagen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/matching_rate.py"/>
        <source>street, number and place</source>
        <translation>straat, nummer en plaats</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/municipalities.py"/>
        <source> or </source>
        <translation> of </translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/municipalities.py"/>
        <source>Give municipalities, for example gemeentegebied of PDOK.</source>
        <translation>Geef gemeenten, bijvoorbeeld gemeentegebied van PDOK.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/municipalities.py"/>
        <source>and {n} others</source>
        <translation>en {n} andere</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>Another column has the same name: this one is only read to see that they agree.</source>
        <translation>Een andere kolom heeft dezelfde naam: deze wordt alleen gelezen om te zien of ze gelijk zijn.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds citizen service numbers (BSN) or numbers of persons.</source>
        <translation>Er staan burgerservicenummers (BSN) of persoonsnummers in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds citizen service numbers (BSN).</source>
        <translation>Er staan burgerservicenummers (BSN) in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds contact details.</source>
        <translation>Er staan contactgegevens in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds e-mail addresses.</source>
        <translation>Er staan e-mailadressen in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds names.</source>
        <translation>Er staan namen in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds numbers of persons.</source>
        <translation>Er staan persoonsnummers in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It holds phone numbers.</source>
        <translation>Er staan telefoonnummers in.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about a child.</source>
        <translation>Het gaat over een kind.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about a parent.</source>
        <translation>Het gaat over een ouder.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about a partner.</source>
        <translation>Het gaat over een partner.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about another address of the person.</source>
        <translation>Het gaat over een ander adres van de persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about birth.</source>
        <translation>Het gaat over de geboorte.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about death.</source>
        <translation>Het gaat over overlijden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about nationality.</source>
        <translation>Het gaat over de nationaliteit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about sex.</source>
        <translation>Het gaat over het geslacht.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about the person.</source>
        <translation>Het gaat over de persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about the registration of the person.</source>
        <translation>Het gaat over de inschrijving van de persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is about the right to stay.</source>
        <translation>Het gaat over het verblijfsrecht.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/preview.py"/>
        <source>It is not needed, so it is not read.</source>
        <translation>De kolom is niet nodig en wordt dus niet gelezen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/privacy.py"/>
        <source>none that is known here</source>
        <translation>geen die hier bekend is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>Nothing is exported without {missing}: {remedy}.</source>
        <translation>Zonder {missing} wordt niets geëxporteerd: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>Nothing was exported: {reason}. {remedy}.</source>
        <translation>Er is niets geëxporteerd: {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>RULES is not understood at {given}: write JSON like {example}, with the names {known}.</source>
        <translation>RULES is niet te begrijpen bij {given}: schrijf JSON zoals {example}, met de namen {known}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>Row {row} of the corrections {file} can't be used: {reason}. Mend the row, or remove it.</source>
        <translation>Rij {row} van de correcties {file} is niet te gebruiken: {reason}. Herstel de rij, of haal haar weg.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>Series '{series}' can't go on with this export: {reason}. {remedy}.</source>
        <translation>Reeks '{series}' kan niet verder met deze export: {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The clock says {now}, but the last export in {file} was made at {last}: set the clock right.</source>
        <translation>De klok zegt {now}, maar de laatste export in {file} is gemaakt op {last}: zet de klok goed.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The columns that were remembered of {sender} don't fit {file}, so they are not used.</source>
        <translation>De kolommen die van {sender} zijn onthouden, passen niet bij {file} en worden dus niet gebruikt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The ledger {file} is damaged ({reason}): put back the last good copy; nothing is exported without it.</source>
        <translation>Het grootboek {file} is beschadigd ({reason}): zet de laatste goede kopie terug; zonder grootboek wordt niets geëxporteerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The ledger {file} is in use by another export: wait until it is ready and try again.</source>
        <translation>Het grootboek {file} is in gebruik bij een andere export: wacht tot die klaar is en probeer het opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The ledger {file} is of {found}, not of {expected}: {remedy}.</source>
        <translation>Het grootboek {file} is van {found}, niet van {expected}: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The ledger {file} of series '{series}' is gone: {remedy}.</source>
        <translation>Het grootboek {file} van reeks '{series}' is weg: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The packages can't be merged: {reason}. {remedy}.</source>
        <translation>De pakketten zijn niet samen te voegen: {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The record of processing (logbook) can't be kept: {setting} {reason}. {remedy}.</source>
        <translation>Het logboek van verwerkingen is niet bij te houden: {setting} {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The safety rule {rule} can't be {value} (it may only be tightened; now {limit}): give a stricter one.</source>
        <translation>De veiligheidsregel {rule} kan niet {value} zijn (hij mag alleen strenger; nu {limit}): geef een strengere.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>The secret of ledger {file} (series '{series}') is not in this profile: {remedy}.</source>
        <translation>De geheime sleutel van grootboek {file} (reeks '{series}') staat niet in dit profiel: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>There is nothing to export without {wanted}: {remedy}.</source>
        <translation>Zonder {wanted} is er niets te exporteren: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>What this map project remembers of the work can't be used: {reason}. Start the project anew.</source>
        <translation>Wat dit kaartproject van het werk onthoudt, is niet te gebruiken: {reason}. Begin het project opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>What was remembered of senders in {file} can't be used: {reason}. Remove the file; it is made anew.</source>
        <translation>Wat van afzenders is onthouden in {file}, is niet te gebruiken: {reason}. Verwijder het bestand; het wordt opnieuw gemaakt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>{file} can't be read as a package: {reason}. {remedy}.</source>
        <translation>{file} is niet als pakket te lezen: {reason}. {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>{file} can't be used as corrections: {reason}. Give the file that 'link by hand' saved, or move it away.</source>
        <translation>{file} is niet als correcties te gebruiken: {reason}. Geef het bestand dat 'met de hand koppelen' bewaarde, of zet het ergens anders neer.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>{file} can't be used as unmatched addresses: it lacks {fields}. Give OUTPUT_UNMATCHED of 'rniinlezen'.</source>
        <translation>{file} is niet als niet-gekoppelde adressen te gebruiken: {fields} ontbreekt. Geef OUTPUT_UNMATCHED van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>{file} is there already: open it, or choose another name or folder.</source>
        <translation>{file} bestaat al: open het, of kies een andere naam of map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/refusals.py"/>
        <source>{recipient} ({kind}) can't be given {asked}: {remedy}.</source>
        <translation>{recipient} ({kind}) kan {asked} niet krijgen: {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/regions.py"/>
        <source>{gone} of {preset}</source>
        <translation>{gone} van {preset}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/regions.py"/>
        <source>{known}; and the presets {presets}</source>
        <translation>{known}; en de vaste regio's {presets}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>QGIS can't use the authentication configuration '{authcfg}' for {url}: give the master password when QGIS asks for it, or choose another configuration in the settings of the services.</source>
        <translation>QGIS kan de authenticatieconfiguratie '{authcfg}' voor {url} niet gebruiken: geef het hoofdwachtwoord als QGIS daarom vraagt, of kies een andere configuratie in de instellingen van de diensten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>The certificate of {url} can't be trusted, so nothing was fetched. Check the clock of this computer; if your organisation inspects its traffic, ask it for its root certificate and add that in QGIS under Settings, Options, Authentication, Manage Certificates, Authorities.</source>
        <translation>Het certificaat van {url} is niet te vertrouwen, dus er is niets opgehaald. Controleer de klok van deze computer; als de organisatie haar verkeer inspecteert, vraag haar dan om het rootcertificaat en voeg dat toe in QGIS onder Extra, Opties, Authenticatie, Certificaten beheren, Autoriteiten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>There is nothing (any more) at {url}. {remedy}</source>
        <translation>Op {url} staat niets (meer). {remedy}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>{url} answered with more than {size} MB, which can't be right: nothing was kept. Ask for a smaller area.</source>
        <translation>{url} antwoordde met meer dan {size} MB, wat niet kan kloppen: er is niets bewaard. Vraag een kleiner gebied.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>{url} answered with {found} instead of {expected}. Check the address of the service, and whether a proxy or a log-in page stands in between; otherwise run again later.</source>
        <translation>{url} antwoordde met {found} in plaats van {expected}. Controleer het adres van de dienst, en of er een proxy of inlogpagina tussen zit; voer het anders later opnieuw uit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>{url} can't be reached: {reason}. Check the network, and the proxy and timeout in QGIS under Settings, Options, Network; then run again.</source>
        <translation>{url} is niet te bereiken: {reason}. Controleer het netwerk, en de proxy en time-out in QGIS onder Extra, Opties, Netwerk; voer het daarna opnieuw uit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>{url} is overloaded or out of order (HTTP {status}: {reason}). Run again {when}.</source>
        <translation>{url} is overbelast of buiten werking (HTTP {status}: {reason}). Voer het opnieuw uit: {when}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/service_errors.py"/>
        <source>{url} refused the request (HTTP {status}): {reason}. Check the address of the service and your rights to it; if these are right, report this message.</source>
        <translation>{url} weigerde het verzoek (HTTP {status}): {reason}. Controleer het adres van de dienst en de rechten daarop; kloppen die, meld dan dit bericht.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>'{product}' of regions with {persons} registrations or more, in multiples of {rounding}</source>
        <translation>'{product}' van gebieden met {persons} of meer registraties, in veelvouden van {rounding}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a BASIS that holds for {kind}</source>
        <translation>een BASIS die geldt voor {kind}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a BASIS that says something</source>
        <translation>een BASIS die iets zegt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a RECIPIENT that names an organisation, not a person</source>
        <translation>een RECIPIENT die een organisatie noemt, geen persoon</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a map for {kind} may be used for {days} days; make a new one after that</source>
        <translation>een kaart voor {kind} mag {days} dagen worden gebruikt; maak daarna een nieuwe</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a {name} that says something</source>
        <translation>een {name} die iets zegt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>a {name} without an e-mail address or number of a person</source>
        <translation>een {name} zonder e-mailadres of nummer van een persoon</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>an EXPIRES after today ({made_on})</source>
        <translation>een EXPIRES na vandaag ({made_on})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>an EXPIRES of at most {last}</source>
        <translation>een EXPIRES van uiterlijk {last}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>an EXPIRES that is a date</source>
        <translation>een EXPIRES die een datum is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>ask for resolution {resolution} or a lower one, which is coarser</source>
        <translation>vraag resolutie {resolution} of een lagere, die grover is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>give the last day of use, at most {last}</source>
        <translation>geef de laatste dag van gebruik, uiterlijk {last}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>give the last day of use, at most {last}, as YYYY-MM-DD</source>
        <translation>geef de laatste dag van gebruik, uiterlijk {last}, als JJJJ-MM-DD</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>give the legal basis; expected is: {basis}</source>
        <translation>geef de grondslag; verwacht wordt: {basis}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>leave e-mail addresses and numbers of persons out; it goes into every file of the package</source>
        <translation>laat e-mailadressen en nummers van personen weg; de tekst komt in elk bestand van het pakket</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>name the organisation that receives it, for example 'Gemeente Horst aan de Maas'</source>
        <translation>noem de organisatie die het ontvangt, bijvoorbeeld 'Gemeente Horst aan de Maas'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>no recipient gets that by an export, because a person or an address could be recognised in it</source>
        <translation>geen enkele ontvanger krijgt dat met een export, omdat er een persoon of een adres in te herkennen kan zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>say what it may be used for, for example 'choose areas for joint inspections of housing in 2026'</source>
        <translation>geef aan waarvoor het gebruikt mag worden, bijvoorbeeld 'gebieden kiezen voor gezamenlijke controles van huisvesting in 2026'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>the one given is for other recipients only; expected is: {basis}</source>
        <translation>de gegeven grondslag is alleen voor andere ontvangers; verwacht wordt: {basis}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>this kind needs at least {persons} registrations in a region and multiples of {rounding}. All numbers of a series are made alike: give what is there to kinds that may have it, or start the series of your organisation by these rules</source>
        <translation>dit soort ontvanger vraagt minstens {persons} registraties in een gebied en veelvouden van {rounding}. Alle getallen van een reeks worden op dezelfde manier gemaakt: geef wat er is aan ontvangers die het mogen hebben, of begin de reeks van de organisatie met deze regels</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>write the last day of use, at most {last}, as YYYY-MM-DD</source>
        <translation>schrijf de laatste dag van gebruik, uiterlijk {last}, als JJJJ-MM-DD</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>your organisation does not share this product with this kind of recipient</source>
        <translation>deze organisatie deelt dit product niet met dit soort ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>{nobody}, and your organisation has no product for this kind</source>
        <translation>{nobody}, en deze organisatie heeft geen product voor dit soort ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>{nobody}; ask for {able}</source>
        <translation>{nobody}; vraag {able}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>{own}, and no other; ask who keeps its sharing matrix</source>
        <translation>{own}, en ook geen ander; vraag wie de deelmatrix beheert</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/sharing_matrix.py"/>
        <source>{own}; ask for {able}</source>
        <translation>{own}; vraag {able}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>none</source>
        <translation>geen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>rule {key}: a place in its sentence '{text}' can't be filled in</source>
        <translation>regel {key}: een plaats in de zin '{text}' is niet in te vullen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>rule {key}: its sentence has a place {unknown}; it can have: {has}</source>
        <translation>regel {key}: de zin heeft een plaats {unknown}; mogelijk zijn: {has}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>rule {key}: its sentences differ in {places}</source>
        <translation>regel {key}: de zinnen verschillen in {places}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>rule {key}: registrations alone give no points</source>
        <translation>regel {key}: registraties alleen geven geen punten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{name}: {value:g} can't be a limit</source>
        <translation>{name}: {value:g} kan geen grens zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{name}: {value:g} is no share, from 0 to 1</source>
        <translation>{name}: {value:g} is geen aandeel, van 0 tot 1</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{signal} has another form</source>
        <translation>{signal} heeft een andere vorm</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{signal} lacks {what}</source>
        <translation>{signal} mist {what}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{value!r} is no whole number</source>
        <translation>{value!r} is geen geheel getal</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/evidence.py"/>
        <source>{wrong}: no number</source>
        <translation>{wrong}: geen getal</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Column {name} looks like it: give it that name, or take it out.</source>
        <translation>Kolom {name} lijkt erop: geef hem die naam, of haal hem weg.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Correct the code, or take the row out</source>
        <translation>Verbeter de code, of haal de rij weg</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Give a table in the form of resources/templates/beleid.csv.</source>
        <translation>Geef een tabel in de vorm van resources/templates/beleid.csv.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Give m2 per person from {lowest_norm:.0f} to {highest_norm:.0f}, or leave it empty for 12</source>
        <translation>Geef m2 per persoon van {lowest_norm:.0f} tot {highest_norm:.0f}, of laat het leeg voor 12</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Give one of these, or leave it empty for unknown</source>
        <translation>Geef een van deze, of laat het leeg voor onbekend</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Give the CBS code, such as 0983</source>
        <translation>Geef de CBS-code, zoals 0983</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>Keep one row for each municipality</source>
        <translation>Houd één rij per gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>gemeentecode is no code of four digits</source>
        <translation>gemeentecode is geen code van vier cijfers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>municipality {code} has a row already</source>
        <translation>gemeente {code} heeft al een rij</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>norm_m2 can't be a norm</source>
        <translation>norm_m2 kan geen norm zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>the BAG has nothing in municipality {code}</source>
        <translation>de BAG heeft niets in gemeente {code}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>{name} is neither ja nor nee</source>
        <translation>{name} is geen ja en geen nee</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/signals/policy.py"/>
        <source>{name} is not one of {choices}</source>
        <translation>{name} is niet een van {choices}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>It lies in another municipality.</source>
        <translation>Het ligt in een andere gemeente.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>It lies in another place.</source>
        <translation>Het ligt in een andere plaats.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>The delivery does not say in which place the address is.</source>
        <translation>De levering zegt niet in welke plaats het adres ligt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same house number in the street of this postcode, with another postcode there</source>
        <translation>zelfde huisnummer in de straat van deze postcode, met daar een andere postcode</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same postcode and house number; letter or addition differs</source>
        <translation>zelfde postcode en huisnummer; huisletter of toevoeging verschilt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same postcode, house number and addition</source>
        <translation>zelfde postcode, huisnummer en toevoeging</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same postcode; one of the nearest house numbers</source>
        <translation>zelfde postcode; een van de dichtstbijzijnde huisnummers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same street and house number</source>
        <translation>zelfde straat en huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>same street; one of the nearest house numbers</source>
        <translation>zelfde straat; een van de dichtstbijzijnde huisnummers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/suggestions.py"/>
        <source>street with a name that is alike, same house number</source>
        <translation>straat met een naam die erop lijkt, zelfde huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/workflow/memory.py"/>
        <source>a later version of the plugin wrote it</source>
        <translation>een latere versie van de plug-in schreef het</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/core/workflow/memory.py"/>
        <source>it is damaged</source>
        <translation>het is beschadigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>An older version of {library} is in use. Start QGIS again to use the new one.</source>
        <translation>Er is een oudere versie van {library} in gebruik. Start QGIS opnieuw om de nieuwe te gebruiken.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>The Python library {library}, version {version} or later, is missing. {remedy}</source>
        <translation>De Python-bibliotheek {library}, versie {version} of hoger, ontbreekt. {remedy}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>The panel of Arbeidsmigratie helps to get it, and so does {homepage} under 'Install'.</source>
        <translation>Het paneel van Arbeidsmigratie helpt die te krijgen, en {homepage} onder 'Install' ook.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>The panel of Arbeidsmigratie helps to get it; or type in a terminal: {command}</source>
        <translation>Het paneel van Arbeidsmigratie helpt die te krijgen; of typ in een terminal: {command}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>With QPIP: choose Plugins, QPIP, 'Run dependencies check now', and install h3 for arbeidsmigratie.</source>
        <translation>Met QPIP: kies Plug-ins, QPIP, 'Run dependencies check now', en installeer h3 voor arbeidsmigratie.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>With QPIP: it is installed, but off. Switch it on under Plugins, Manage and Install Plugins.</source>
        <translation>Met QPIP: het is geïnstalleerd, maar staat uit. Zet het aan onder Plug-ins, Plug-ins beheren en installeren.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>With one command: first install pip, with this line in a terminal. Then choose 'Check again'.</source>
        <translation>Met één opdracht: installeer eerst pip, met deze regel in een terminal. Kies daarna 'Opnieuw controleren'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>With one command: open a terminal, paste this line and press Enter. Then choose 'Check again'.</source>
        <translation>Met één opdracht: open een terminal, plak deze regel en druk op Enter. Kies daarna 'Opnieuw controleren'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>With one command: open the Command Prompt (Start, type cmd), paste this line and press Enter. Then choose 'Check again'.</source>
        <translation>Met één opdracht: open de Opdrachtprompt (Start, typ cmd), plak deze regel en druk op Enter. Kies daarna 'Opnieuw controleren'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>Without internet: choose the offline bundle (a zip) that your administrator has for you.</source>
        <translation>Zonder internet: kies de offline bundel (een zip) die de beheerder heeft klaargezet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/dependencies.py"/>
        <source>{library} (version {version} or later)</source>
        <translation>{library} (versie {version} of hoger)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desk.py"/>
        <source>Give each project a folder of its own.</source>
        <translation>Geef elk project een eigen map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desk.py"/>
        <source>the disk is full or the file is in use</source>
        <translation>de schijf is vol of het bestand is in gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desk.py"/>
        <source>the disk is full or the folder is protected</source>
        <translation>de schijf is vol of de map is beveiligd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desk.py"/>
        <source>{other} in the same folder is a project too, and each replaces the results of the other.</source>
        <translation>{other} in dezelfde map is ook een project, en elk vervangt de resultaten van het andere.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desktop.py"/>
        <source>Manual</source>
        <translation>Handleiding</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desktop.py"/>
        <source>New project…</source>
        <translation>Nieuw project…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/desktop.py"/>
        <source>Settings…</source>
        <translation>Instellingen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/dialog.py"/>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/dialog.py"/>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>&amp;Columns</source>
        <translation>&amp;Kolommen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>&amp;File</source>
        <translation>&amp;Bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>&amp;Name of the list</source>
        <translation>&amp;Naam van de lijst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>&amp;Row of the header</source>
        <translation>&amp;Rij van de kopregel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>&amp;What is it about?</source>
        <translation>&amp;Waar gaat de lijst over?</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>A list with addresses. Names of holders, remarks and all other columns fall away while reading.</source>
        <translation>Een lijst met adressen. Namen van houders, opmerkingen en alle andere kolommen vallen weg bij het lezen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Addition to the house number</source>
        <translation>Toevoeging bij het huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>As the panel shows it.</source>
        <translation>Zoals het paneel de lijst toont.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>BAG identifier of the address</source>
        <translation>BAG-identificatie van het adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>BAG identifier of the object</source>
        <translation>BAG-identificatie van het object</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>By or opposite the house number</source>
        <translation>Bij of tegenover het huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Certificates (SNF, AKF)</source>
        <translation>Keurmerken (SNF, AKF)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Checks</source>
        <translation>Controles</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Checks that were done. The number that is read: persons that were met, with date and result.</source>
        <translation>Controles die zijn gedaan. Het aantal dat wordt gelezen: aangetroffen personen, met datum en uitkomst.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Choose the file.</source>
        <translation>Kies het bestand.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Choose what the list is about.</source>
        <translation>Kies waar de lijst over gaat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Code of the municipality</source>
        <translation>Code van de gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Column in the file: its name or letter</source>
        <translation>Kolom in het bestand: naam of letter</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Empty: recognised by its name.</source>
        <translation>Leeg: herkend aan de naam.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Excel, OpenDocument or CSV; the header may stand on any row and any sheet.</source>
        <translation>Excel, OpenDocument of CSV; de kopregel mag op elke rij en elk blad staan.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Give the list a name.</source>
        <translation>Geef de lijst een naam.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Header and columns</source>
        <translation>Kopregel en kolommen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Homes for students, so that they don't stand out. The number that is read: beds.</source>
        <translation>Studentenwoningen, zodat die niet ten onrechte opvallen. Het aantal dat wordt gelezen: bedden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Homes without registered residents. The number that is read: residents in the BRP, if it is there.</source>
        <translation>Woningen zonder ingeschreven bewoners. Het aantal dat wordt gelezen: bewoners in de BRP, als dat er is.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>House letter</source>
        <translation>Huisletter</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>House number</source>
        <translation>Huisnummer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Housing with a certificate. The number that is read: beds.</source>
        <translation>Huisvesting met een keurmerk. Het aantal dat wordt gelezen: bedden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Location list</source>
        <translation>Locatielijst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Number</source>
        <translation>Aantal</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Only needed if they are not recognised.</source>
        <translation>Alleen nodig als ze niet worden herkend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Permits</source>
        <translation>Vergunningen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Permits for housing. The number that is read: persons that may live there.</source>
        <translation>Vergunningen voor huisvesting. Het aantal dat wordt gelezen: personen die er mogen wonen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Postcode</source>
        <translation>Postcode</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Registered residents per address. The number that is read: residents.</source>
        <translation>Ingeschreven bewoners per adres. Het aantal dat wordt gelezen: bewoners.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Reports about an address, by kind. The number that is read: reports. Never who reported.</source>
        <translation>Meldingen over een adres, naar soort. Het aantal dat wordt gelezen: meldingen. Nooit wie er meldde.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Residents</source>
        <translation>Bewoners</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Street</source>
        <translation>Straat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Street, in full</source>
        <translation>Straat, voluit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Student housing</source>
        <translation>Studentenhuisvesting</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>There is another list with this name.</source>
        <translation>Er is al een andere lijst met deze naam.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>This file is not there (any more).</source>
        <translation>Dit bestand is er niet (meer).</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>This is no list: give an .xlsx, .ods or .csv file.</source>
        <translation>Dit is geen lijst: geef een .xlsx-, .ods- of .csv-bestand.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Vacancy</source>
        <translation>Leegstand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>Valid until</source>
        <translation>Geldig tot en met</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>What it is</source>
        <translation>Wat het is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/lists.py"/>
        <source>look for it</source>
        <translation>automatisch zoeken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>&amp;Begin with an example table…</source>
        <translation>&amp;Begin met een voorbeeldtabel…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>&amp;Table</source>
        <translation>&amp;Tabel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Certificate needed</source>
        <translation>Keurmerk nodig</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Columns that are not read: {columns}.</source>
        <translation>Kolommen die niet worden gelezen: {columns}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Empty is unknown, never no. A municipality that is not in the table has said nothing.</source>
        <translation>Leeg is onbekend, nooit nee. Een gemeente die niet in de tabel staat, heeft niets gezegd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Empty: the norm of the omgevingsplan, 12 m² per person.</source>
        <translation>Leeg: de norm van het omgevingsplan, 12 m² per persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Living in holiday parks</source>
        <translation>Wonen in vakantieparken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Permit needed</source>
        <translation>Vergunning nodig</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Policy of municipalities</source>
        <translation>Beleid van gemeenten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Residents count too</source>
        <translation>Bewoners tellen mee</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Save the example table</source>
        <translation>Voorbeeldtabel bewaren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>The example rows (98..) are made up: replace them.</source>
        <translation>De voorbeeldrijen (98..) zijn verzonnen: vervang ze.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>The table as it is read</source>
        <translation>De tabel zoals die wordt gelezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>The table can't be saved there: choose another folder.</source>
        <translation>De tabel is daar niet te bewaren: kies een andere map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>What each municipality has decided: its norm, and whether a permit or certificate is needed.</source>
        <translation>Wat elke gemeente heeft besloten: haar norm, en of een vergunning of keurmerk nodig is.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>Where that stands</source>
        <translation>Waar dat staat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>m² per person</source>
        <translation>m² per persoon</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/policy.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>&amp;Detail: size of the smallest areas</source>
        <translation>De&amp;tail: grootte van de kleinste gebieden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>&amp;Legal basis for this recipient</source>
        <translation>&amp;Grondslag voor deze ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>&amp;Purpose for this recipient</source>
        <translation>&amp;Doel voor deze ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>&amp;Recipient</source>
        <translation>&amp;Ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>&amp;Valid until</source>
        <translation>G&amp;eldig tot en met</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>A heatmap for one recipient. Nothing leaves without purpose, legal basis and an end date.</source>
        <translation>Een heatmap voor één ontvanger. Niets gaat weg zonder doel, grondslag en einddatum.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>Both &amp;hold for this recipient</source>
        <translation>Beide gelden v&amp;oor deze ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>For example: RIEC Limburg</source>
        <translation>Bijvoorbeeld: RIEC Limburg</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>Share with a partner</source>
        <translation>Delen met een partner</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing.py"/>
        <source>The organisation that receives it, by its full name: what it may have depends on it.</source>
        <translation>De organisatie die het ontvangt, met haar volledige naam: wat ze mag hebben, hangt daarvan af.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>A map project, GeoPackage, web map, picture and PDF, with a certificate and an explanation.</source>
        <translation>Een kaartproject, GeoPackage, webkaart, afbeelding en PDF, met een certificaat en een toelichting.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Addresses, homes, parks or other locations.</source>
        <translation>Adressen, woningen, parken of andere locaties.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Areas in classes, without numbers; each with at least {persons} registrations.</source>
        <translation>Gebieden in klassen, zonder getallen; elk met minstens {persons} registraties.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Areas with a number, rounded to {rounding}; small areas are joined until no address can be recognised.</source>
        <translation>Gebieden met een getal, afgerond op {rounding}; kleine gebieden zijn samengevoegd tot er geen adres te herkennen is.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Choose a detail that this recipient may have.</source>
        <translation>Kies een detail dat deze ontvanger mag hebben.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Exact numbers, or numbers of areas in which somebody could be recognised.</source>
        <translation>Precieze aantallen, of aantallen van gebieden waarin iemand te herkennen zou zijn.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Expected legal basis: {basis}.</source>
        <translation>Verwachte grondslag: {basis}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Finest detail: {size}.</source>
        <translation>Fijnste detail: {size}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Give a day from tomorrow on, and at most {last}.</source>
        <translation>Geef een dag vanaf morgen, en uiterlijk {last}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Give the legal basis. Expected is: {basis}.</source>
        <translation>Geef de grondslag. Verwacht wordt: {basis}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>It does not get:</source>
        <translation>Deze ontvanger krijgt niet:</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Leave e-mail addresses and numbers of persons out: this goes into every file of the package.</source>
        <translation>Laat e-mailadressen en nummers van personen weg: dit komt in elk bestand van het pakket.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Longest use: {days} days.</source>
        <translation>Hoogstens {days} dagen te gebruiken.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Name an organisation, not a person.</source>
        <translation>Noem een organisatie, geen persoon.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Name the organisation that receives it.</source>
        <translation>Noem de organisatie die het ontvangt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Not recognised as a known kind of partner, so treated as: {label}.</source>
        <translation>Niet herkend als een bekende soort partner, dus behandeld als: {label}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Read purpose and legal basis, and tick that they hold for this recipient.</source>
        <translation>Lees doel en grondslag, en vink aan dat ze voor deze ontvanger gelden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Recognised as: {label}.</source>
        <translation>Herkend als: {label}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Say what this recipient may use it for.</source>
        <translation>Geef aan waarvoor deze ontvanger het mag gebruiken.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>Smallest areas: {size}.</source>
        <translation>Kleinste gebieden: {size}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>The data are kept until {kept}, so no later than that.</source>
        <translation>De gegevens worden bewaard tot en met {kept}, dus niet later dan dat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>The data are kept until {kept}: give the project a later day, if that was decided.</source>
        <translation>De gegevens worden bewaard tot en met {kept}: geef het project een latere dag, als daartoe is besloten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>The hexagons, hot spots and highlights of the regional map.</source>
        <translation>De hexagonen, hotspots en aanwijzingen van het regiobeeld.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>The sharing matrix gives nothing to this recipient.</source>
        <translation>De deelmatrix geeft deze ontvanger niets.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>This legal basis does not hold for this recipient. Expected is: {basis}.</source>
        <translation>Deze grondslag geldt niet voor deze ontvanger. Verwacht wordt: {basis}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>To be used until {last}.</source>
        <translation>Te gebruiken tot en met {last}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sharing_texts.py"/>
        <source>{recipient} gets:</source>
        <translation>{recipient} krijgt:</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>&amp;Guard zone around the region</source>
        <translation>&amp;Randzone rond de regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>BAG</source>
        <translation>BAG</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Choose a file with municipalities.</source>
        <translation>Kies een bestand met gemeenten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Choose a file with the BAG.</source>
        <translation>Kies een bestand met de BAG.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Choose the file bag-light.gpkg.</source>
        <translation>Kies het bestand bag-light.gpkg.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Fetch from &amp;PDOK</source>
        <translation>Ophalen bij &amp;PDOK</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>File bag-light.gpkg</source>
        <translation>Bestand bag-light.gpkg</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>File with areas or places</source>
        <translation>Bestand met gebieden of plaatsen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Functional areas (optional)</source>
        <translation>Functionele gebieden (niet verplicht)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>How far into the neighbouring municipalities objects come along, so that nothing stops at the border.</source>
        <translation>Tot hoe ver in de buurgemeenten objecten meekomen, zodat niets bij de grens ophoudt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>If you have the data already, or no internet. Nothing is fetched.</source>
        <translation>Als de gegevens er al zijn, of er geen internet is. Er wordt niets opgehaald.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Municipalities</source>
        <translation>Gemeenten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Municipalities and functional areas are still fetched from PDOK.</source>
        <translation>Gemeenten en functionele gebieden worden nog wel bij PDOK opgehaald.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Nothing to download yourself. Best for a few municipalities; takes some minutes, and can be stopped.</source>
        <translation>Niets zelf te downloaden. Het beste voor enkele gemeenten; duurt enkele minuten, en is te stoppen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Only if the OGC API does not answer: it gives no identifiers of addresses.</source>
        <translation>Alleen als de OGC API niet antwoordt: de WFS geeft geen identificaties van adressen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Other countries (optional)</source>
        <translation>Andere landen (niet verplicht)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Polygons with a code and a name.</source>
        <translation>Vlakken met een code en een naam.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Read from the &amp;national BAG file</source>
        <translation>Lezen uit het &amp;landelijke BAG-bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Source data</source>
        <translation>Brongegevens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>TOP10NL functioneel gebied: holiday parks, business estates, greenhouses.</source>
        <translation>Functioneel gebied van TOP10NL: vakantieparken, bedrijventerreinen, kassen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>The BAG, municipalities and functional areas of: {region}.</source>
        <translation>De BAG, gemeenten en functionele gebieden van: {region}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>The file bag-light.gpkg of PDOK (8 GB), downloaded once. Best for large regions.</source>
        <translation>Het bestand bag-light.gpkg van PDOK (8 GB), één keer gedownload. Het beste voor grote regio's.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Use my &amp;own files</source>
        <translation>Eigen &amp;bestanden gebruiken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>Use the &amp;WFS instead of the OGC API</source>
        <translation>De &amp;WFS gebruiken in plaats van de OGC API</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>What you know of Belgium or Germany. Without it, what lies there is unknown, not zero.</source>
        <translation>Wat bekend is van België of Duitsland. Zonder die gegevens is wat daar ligt onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/dialogs/sources.py"/>
        <source>With buildings too, if you have them.</source>
        <translation>Met panden erbij, als die er zijn.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/background.py"/>
        <source>A Python library is missing: {name}.</source>
        <translation>Er ontbreekt een Python-bibliotheek: {name}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/background.py"/>
        <source>It stopped by a fault in the plugin ({kind}).</source>
        <translation>Het stopte door een fout in de plug-in ({kind}).</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>&amp;Link</source>
        <translation>&amp;Koppelen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>&amp;No decision</source>
        <translation>&amp;Geen besluit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>&amp;Outside the region</source>
        <translation>Buiten de &amp;regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>&amp;Skip</source>
        <translation>&amp;Overslaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>&amp;Undo</source>
        <translation>Ongedaan &amp;maken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>Candidates for {address}</source>
        <translation>Kandidaten voor {address}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/candidates_panel.py"/>
        <source>Take back the last decision (Ctrl+Z)</source>
        <translation>Het laatste besluit terugnemen (Ctrl+Z)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>&amp;Delivery</source>
        <translation>&amp;Levering</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>&amp;Header row</source>
        <translation>&amp;Kopregel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>&amp;Recognise again</source>
        <translation>Opnieuw &amp;herkennen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>&amp;Sender</source>
        <translation>&amp;Afzender</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>Deliveries</source>
        <translation>Leveringen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>For example: Gemeente Venlo</source>
        <translation>Bijvoorbeeld: Gemeente Venlo</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>Forget what was chosen by hand, and recognise header and columns anew.</source>
        <translation>Vergeet wat met de hand is gekozen, en herken kopregel en kolommen opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>Found by itself</source>
        <translation>Vanzelf gevonden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/head.py"/>
        <source>RNI delivery</source>
        <translation>RNI-levering</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Choose the file of the delivery.</source>
        <translation>Kies het bestand van de levering.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Fill in who sent the delivery.</source>
        <translation>Vul in wie de levering stuurde.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>No header was found. Give its row, or choose above the columns what they are.</source>
        <translation>Er is geen kopregel gevonden. Geef de rij ervan, of kies boven de kolommen wat ze zijn.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Nothing personal is read or stored.</source>
        <translation>Niets persoonlijks wordt gelezen of bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Read an RNI delivery</source>
        <translation>RNI-levering inlezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Read the delivery</source>
        <translation>Levering inlezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Reading the BAG</source>
        <translation>De BAG lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Reading the BAG…</source>
        <translation>De BAG wordt gelezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Reading the delivery</source>
        <translation>De levering lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Reading the delivery…</source>
        <translation>De levering wordt gelezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>The first rows as they will be read: all else is masked. Choose above a column what it is, if it was not recognised.</source>
        <translation>De eerste rijen zoals ze worden gelezen: al het andere is afgeschermd. Kies boven een kolom wat het is, als die niet is herkend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/import_dialog.py"/>
        <source>Too few columns are known: a house number with a postcode or street, or a BAG identifier.</source>
        <translation>Er zijn te weinig kolommen bekend: een huisnummer met een postcode of straat, of een BAG-identificatie.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/preview_table.py"/>
        <source>Column {letter}</source>
        <translation>Kolom {letter}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/preview_table.py"/>
        <source>First rows of the delivery</source>
        <translation>Eerste rijen van de levering</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/preview_table.py"/>
        <source>Leave out</source>
        <translation>Weglaten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Addresses by level</source>
        <translation>Adressen per niveau</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Delivery</source>
        <translation>Levering</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Enough for a map. What is left can be linked by hand after reading.</source>
        <translation>Genoeg voor een kaart. Wat overblijft is na het inlezen met de hand te koppelen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Less than {percent:g} %: a map would mislead. Mostly a column is taken for the wrong field, or the BAG does not cover the municipalities of the delivery.</source>
        <translation>Minder dan {percent:g} %: een kaart zou misleiden. Meestal is een kolom voor het verkeerde veld genomen, of dekt de BAG de gemeenten van de levering niet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Less than {percent:g} %: look at the addresses without a place after reading.</source>
        <translation>Minder dan {percent:g} %: bekijk na het inlezen de adressen die niet in de BAG zijn gevonden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Matched share</source>
        <translation>Gekoppeld aandeel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Matched with the BAG: {percent} %</source>
        <translation>Gekoppeld aan de BAG: {percent} %</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>No registration counts on the reference date: check that date and the columns.</source>
        <translation>Geen registratie telt mee op de peildatum: controleer die datum en de kolommen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>Registrations without a place</source>
        <translation>Registraties niet in de BAG gevonden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>addresses</source>
        <translation>adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>ended</source>
        <translation>beëindigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>not begun</source>
        <translation>nog niet begonnen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>registrations on an address</source>
        <translation>registraties op een adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/rate_panel.py"/>
        <source>rows</source>
        <translation>rijen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Don't save</source>
        <translation>Niet opslaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Every address has its place.</source>
        <translation>Elk adres heeft zijn plaats.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Filter: part of an address or reason</source>
        <translation>Filter: deel van een adres of reden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Link addresses by hand</source>
        <translation>Adressen met de hand koppelen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Only &amp;without a decision</source>
        <translation>Alleen zonder &amp;besluit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Reading unmatched addresses</source>
        <translation>Niet-gekoppelde adressen lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Reading…</source>
        <translation>Bezig met lezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Save decisions</source>
        <translation>Besluiten bewaren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Stay</source>
        <translation>Blijven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>The BAG has nothing like it.</source>
        <translation>De BAG heeft niets dat erop lijkt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>These addresses of the delivery have no place in the BAG. Link one only if you know where it is: a decision is kept, and used for the next delivery too.</source>
        <translation>Deze adressen van de levering zijn niet in de BAG gevonden. Koppel er alleen een als bekend is waar het is: een besluit wordt bewaard, en ook voor de volgende levering gebruikt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>Too little of this address is known to decide about it: others could look the same.</source>
        <translation>Van dit adres is te weinig bekend om erover te besluiten: andere kunnen er hetzelfde uitzien.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>{done} of {n} addresses decided; {new} not saved yet.</source>
        <translation>Over {done} van de {n} adressen is besloten; {new} nog niet bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_dialog.py"/>
        <source>{n} decisions are not saved yet.</source>
        <translation>{n} besluiten zijn nog niet bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>Address</source>
        <translation>Adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>Addresses without a place</source>
        <translation>Adressen niet in de BAG gevonden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>Decision</source>
        <translation>Besluit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>Registrations</source>
        <translation>Registraties</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>linked</source>
        <translation>gekoppeld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>outside the region</source>
        <translation>buiten de regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/unmatched_table.py"/>
        <source>skipped</source>
        <translation>overgeslagen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Addition</source>
        <translation>Toevoeging</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>First day of the stay</source>
        <translation>Eerste dag van het verblijf</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Last day of the stay</source>
        <translation>Laatste dag van het verblijf</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Municipality code</source>
        <translation>Gemeentecode</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Near or opposite</source>
        <translation>Bij of tegenover</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>No address</source>
        <translation>Geen adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Nothing personal is read or stored. These columns fall away: {names} and {n} more.</source>
        <translation>Niets persoonlijks wordt gelezen of bewaard. Deze kolommen vallen weg: {names} en nog {n}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Nothing personal is read or stored. These columns fall away: {names}.</source>
        <translation>Niets persoonlijks wordt gelezen of bewaard. Deze kolommen vallen weg: {names}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Nothing personal is read or stored: this file has only address columns.</source>
        <translation>Niets persoonlijks wordt gelezen of bewaard: dit bestand heeft alleen adreskolommen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Read as: {field}</source>
        <translation>Gelezen als: {field}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Sheet {n} of {all}, header on row {row}.</source>
        <translation>Blad {n} van {all}, kopregel op rij {row}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Sheet {n} of {all}.</source>
        <translation>Blad {n} van {all}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/importing/words.py"/>
        <source>Street in full</source>
        <translation>Straat voluit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>A Python library is missing: {libraries}. Until it is there, some steps can't run.</source>
        <translation>Er ontbreekt een Python-bibliotheek: {libraries}. Zolang die er niet is, kunnen sommige stappen niet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Check again</source>
        <translation>Opnieuw controleren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Choose a bundle…</source>
        <translation>Bundel kiezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Choose the offline bundle</source>
        <translation>Offline bundel kiezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Command to install the libraries</source>
        <translation>Opdracht om de bibliotheken te installeren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Copied.</source>
        <translation>Gekopieerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Offline bundle (*.zip)</source>
        <translation>Offline bundel (*.zip)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Still missing: {libraries}.</source>
        <translation>Ontbreekt nog: {libraries}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>The libraries are installed. Start QGIS again to use them.</source>
        <translation>De bibliotheken zijn geïnstalleerd. Start QGIS opnieuw om ze te gebruiken.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>Warning</source>
        <translation>Waarschuwing</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/libraries.py"/>
        <source>h3 is installed. Start QGIS again to use it.</source>
        <translation>h3 is geïnstalleerd. Start QGIS opnieuw om het te gebruiken.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/actions.py"/>
        <source>What your organisation has set can't be used.</source>
        <translation>Wat de organisatie heeft ingesteld, kan niet worden gebruikt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/body.py"/>
        <source>Read the map</source>
        <translation>De kaart lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/body.py"/>
        <source>Steps</source>
        <translation>Stappen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/body.py"/>
        <source>The day until which these data may be kept has passed: remove them, or change it.</source>
        <translation>De dag tot wanneer deze gegevens bewaard mogen worden is voorbij: verwijder ze, of wijzig die dag.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/card.py"/>
        <source>Not done: {problem}</source>
        <translation>Niet gedaan: {problem}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/card.py"/>
        <source>What can be done with {name}</source>
        <translation>Wat er met {name} kan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/dock.py"/>
        <source>Labour migration: housing</source>
        <translation>Arbeidsmigratie: huisvesting</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Add a delivery…</source>
        <translation>Levering toevoegen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Add a list…</source>
        <translation>Lijst toevoegen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Another sender…</source>
        <translation>Andere afzender…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Change…</source>
        <translation>Wijzigen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Choose a delivery…</source>
        <translation>Levering kiezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Choose other source data…</source>
        <translation>Andere brongegevens kiezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Choose source data…</source>
        <translation>Brongegevens kiezen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Fetch again</source>
        <translation>Opnieuw ophalen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>First do the steps above.</source>
        <translation>Doe eerst de stappen hierboven.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Legal basis</source>
        <translation>Grondslag</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Link addresses by hand…</source>
        <translation>Adressen met de hand koppelen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Make the regional map</source>
        <translation>Regiobeeld maken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Make the regional map again</source>
        <translation>Regiobeeld opnieuw maken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Municipality of {name}…</source>
        <translation>Gemeente {name}…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Open the folder</source>
        <translation>Map openen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Other file or columns…</source>
        <translation>Ander bestand of andere kolommen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Policy of municipalities…</source>
        <translation>Beleid van gemeenten…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Read again</source>
        <translation>Opnieuw inlezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Reference date {day}</source>
        <translation>Peildatum {day}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Region: {region}</source>
        <translation>Regio: {region}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Share with a partner…</source>
        <translation>Delen met een partner…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Show the map</source>
        <translation>Kaart tonen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Start a project…</source>
        <translation>Project beginnen…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>The regional map is out of date: first make it again.</source>
        <translation>Het regiobeeld is verouderd: maak het eerst opnieuw.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>There are no other lists</source>
        <translation>Er zijn geen andere lijsten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>There are no other lists.</source>
        <translation>Er zijn geen andere lijsten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>To be kept until {day}, by {responsible}</source>
        <translation>Te bewaren tot en met {day}, door {responsible}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>Wait until the running step is ready, or cancel it.</source>
        <translation>Wacht tot de lopende stap klaar is, of annuleer hem.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>out of date</source>
        <translation>verouderd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>valid until {day}</source>
        <translation>geldig tot en met {day}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/offer.py"/>
        <source>{percent} % linked</source>
        <translation>{percent} % gekoppeld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/results.py"/>
        <source>BRT background map (PDOK)</source>
        <translation>BRT-achtergrondkaart (PDOK)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>A heatmap for a partner, from which no address or person can be recovered.</source>
        <translation>Een heatmap voor een partner, getoetst op herleidbaarheid tot adressen en personen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Counts per hexagon, hot spots, clusters across borders and highlights, as a map.</source>
        <translation>Aantallen per hexagoon, hotspots, clusters over grenzen en aanwijzingen, als kaart.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Deliveries of stay addresses. Personal columns fall away before anything is stored.</source>
        <translation>Leveringen van verblijfsadressen. Persoonlijke kolommen vallen weg voordat er iets wordt bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Done</source>
        <translation>Gedaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Not done</source>
        <translation>Niet gedaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Other lists</source>
        <translation>Overige lijsten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Out of date</source>
        <translation>Verouderd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Out of date: {reasons}.</source>
        <translation>Verouderd: {reasons}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Permits, certificates, vacancy, signals and the policy of municipalities. May be left out.</source>
        <translation>Vergunningen, keurmerken, leegstand, signalen en het beleid van gemeenten. Mag worden overgeslagen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Project</source>
        <translation>Project</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>RNI</source>
        <translation>RNI</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Region, purpose, legal basis and until when the data are kept. All else follows from it.</source>
        <translation>Regio, doel, grondslag en tot wanneer de gegevens worden bewaard. De rest volgt daaruit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Running</source>
        <translation>Bezig</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>Share</source>
        <translation>Delen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>The BAG, municipalities and functional areas of the region, from PDOK or from your files.</source>
        <translation>De BAG, gemeenten en functionele gebieden van de regio, van PDOK of uit eigen bestanden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>a delivery was changed</source>
        <translation>een levering is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>a file that was made is gone</source>
        <translation>een resultaatbestand is verdwenen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>a file was replaced</source>
        <translation>een bestand is vervangen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>addresses were linked by hand</source>
        <translation>adressen zijn met de hand gekoppeld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>something was added</source>
        <translation>er is iets toegevoegd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the analysis was changed</source>
        <translation>de analyse is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the lists were changed</source>
        <translation>de lijsten zijn gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the reference date was changed</source>
        <translation>de peildatum is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the region was changed</source>
        <translation>de regio is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the settings of your organisation were changed</source>
        <translation>de instellingen van de organisatie zijn gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the size of the hexagons was changed</source>
        <translation>de grootte van de hexagonen is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>the source data were changed</source>
        <translation>de brongegevens zijn gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>what was chosen here was changed</source>
        <translation>wat hier is gekozen, is gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} BAG objects</source>
        <translation>{n} BAG-objecten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} addresses</source>
        <translation>{n} adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} areas published</source>
        <translation>{n} gebieden gepubliceerd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} at a border</source>
        <translation>{n} bij een grens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} clusters</source>
        <translation>{n} clusters</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} hexagons</source>
        <translation>{n} hexagonen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} not linked</source>
        <translation>{n} niet gekoppeld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} possible holiday parks</source>
        <translation>{n} mogelijke vakantieparken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/panel/texts.py"/>
        <source>{n} registrations</source>
        <translation>{n} registraties</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>Fetch source data</source>
        <translation>Brongegevens ophalen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>First save the project and choose its source data.</source>
        <translation>Sla eerst het project op en kies de brongegevens.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>Over: {title}</source>
        <translation>Afgelopen: {title}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>Package for {name}</source>
        <translation>Pakket voor {name}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>Read the delivery of {sender}</source>
        <translation>Levering van {sender} inlezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>Read the list {name}</source>
        <translation>Lijst {name} inlezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>{title} was ready just when its project was closed: the files are there, the project does not know of them.</source>
        <translation>{title} was klaar toen het project werd gesloten: de bestanden zijn er, het project weet er niet van.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>{title}: cancelled. Nothing was changed.</source>
        <translation>{title}: geannuleerd. Er is niets gewijzigd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>{title}: not done. The panel says why.</source>
        <translation>{title}: niet gedaan. Het paneel zegt waarom.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>{title}: ready.</source>
        <translation>{title}: klaar.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/runner.py"/>
        <source>{title}: ready. Warnings: {n}.</source>
        <translation>{title}: klaar. Waarschuwingen: {n}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/checking.py"/>
        <source>Arbeidsmigratie: check the services</source>
        <translation>Arbeidsmigratie: diensten controleren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/fields.py"/>
        <source>Set by your organisation, and locked.</source>
        <translation>Ingesteld door de organisatie, en vastgezet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/fields.py"/>
        <source>Set by your organisation. What you give here counts for you.</source>
        <translation>Ingesteld door de organisatie. Wat hier wordt gegeven, telt voor deze gebruiker.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/fields.py"/>
        <source>Set by your organisation. What you give here is added to it.</source>
        <translation>Ingesteld door de organisatie. Wat hier wordt gegeven, komt erbij.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/fields.py"/>
        <source>Set by {origin}.</source>
        <translation>Ingesteld door {origin}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/fields.py"/>
        <source>Your organisation has locked this.</source>
        <translation>Vastgezet door de organisatie.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>File with what is stricter</source>
        <translation>Bestand met wat strenger is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Heatmap</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Hexagons</source>
        <translation>Hexagonen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Locations</source>
        <translation>Locaties</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Recipient</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>Sharing</source>
        <translation>Delen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>What each kind of recipient can get by an export. A file of your own can make this stricter: no product, less detail, fewer days. It can't give more.</source>
        <translation>Wat elke soort ontvanger met een export kan krijgen. Een eigen bestand kan dit strenger maken: geen product, minder detail, minder dagen. Ruimer maken kan niet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>classes only</source>
        <translation>alleen klassen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>numbers</source>
        <translation>getallen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/matrix.py"/>
        <source>resolution {resolution}, {days} days, {shown}</source>
        <translation>resolutie {resolution}, {days} dagen, {shown}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Folder for projects</source>
        <translation>Map voor projecten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Months that data are kept</source>
        <translation>Maanden dat gegevens worden bewaard</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>New projects and packages begin with this. In each project it can be changed.</source>
        <translation>Nieuwe projecten en pakketten beginnen hiermee. In elk project is het te wijzigen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Organisation</source>
        <translation>Organisatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Reference of the DPIA</source>
        <translation>Kenmerk van de DPIA</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Responsible organisation</source>
        <translation>Verantwoordelijke organisatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>There is no file of your organisation. An administrator can put one at {path}, or name one.</source>
        <translation>Er is geen bestand van de organisatie. Een beheerder kan er een neerzetten op {path}, of er een aanwijzen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>Your organisation has set values in {path}.</source>
        <translation>De organisatie heeft waarden ingesteld in {path}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>a whole number</source>
        <translation>een geheel getal</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>for example the municipality</source>
        <translation>bijvoorbeeld de gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>number or name of the file</source>
        <translation>nummer of naam van het dossier</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>the task in law that the data are used for</source>
        <translation>de wettelijke taak waarvoor de gegevens worden gebruikt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/organisation.py"/>
        <source>what the data are used for</source>
        <translation>waarvoor de gegevens worden gebruikt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/page.py"/>
        <source>Nothing is saved until this is mended: {reason}</source>
        <translation>Er wordt niets bewaard tot dit is hersteld: {reason}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>A table with a row for each municipality. It counts for every run that is given no other table. Without a table 12 m2 per person holds (omgevingsplan, art. 22.16), and all else is unknown.</source>
        <translation>Een tabel met een rij per gemeente. Ze telt voor elke uitvoering die geen andere tabel krijgt. Zonder tabel wordt gerekend met 12 m2 per persoon (bruidsschat, art. 22.16); de gemeente kan een andere norm hebben. Al het andere is dan onbekend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Certificate</source>
        <translation>Certificaat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>File with rules of your own for highlights</source>
        <translation>Bestand met eigen regels voor aanwijzingen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Holiday parks</source>
        <translation>Vakantieparken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Make a template</source>
        <translation>Sjabloon maken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Make a template…</source>
        <translation>Sjabloon maken…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Municipality</source>
        <translation>Gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Permit</source>
        <translation>Vergunning</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Policy</source>
        <translation>Beleid</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Policy table</source>
        <translation>Beleidstabel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Table (*.csv)</source>
        <translation>Tabel (*.csv)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>Where the norm stands</source>
        <translation>Waar de norm staat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>m2</source>
        <translation>m2</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/policy.py"/>
        <source>{path} is made. Fill it in with a spreadsheet program.</source>
        <translation>{path} is gemaakt. Vul het in met een spreadsheetprogramma.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>Collector (OTLP)</source>
        <translation>Verzamelpunt (OTLP)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>Logbook</source>
        <translation>Logboek</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>Processing activity</source>
        <translation>Verwerkingsactiviteit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>Reading a delivery, sharing and checking each write one line: what was done and when, without names, addresses or paths. What can't be recorded is not exported.</source>
        <translation>Een levering inlezen, delen en controleren schrijven elk één regel: wat er is gedaan en wanneer, zonder namen, adressen of paden. Wat niet kan worden vastgelegd, wordt niet geëxporteerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>https address, only if your organisation has one</source>
        <translation>https-adres, alleen als de organisatie er een heeft</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/record.py"/>
        <source>its address in your register of processing activities</source>
        <translation>het adres in het verwerkingsregister</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>All services are in order.</source>
        <translation>Alle diensten zijn in orde.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>All usual addresses</source>
        <translation>Alles standaard</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Answer</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Check now</source>
        <translation>Controleren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>File with regions of your own</source>
        <translation>Bestand met eigen regio's</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Services</source>
        <translation>Diensten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>The services are being asked. You can go on meanwhile.</source>
        <translation>De diensten worden gevraagd. Doorwerken kan intussen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Usual address</source>
        <translation>Standaardadres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Where the plugin asks for data. Double-click an address to give another one, for example of a service in your own network. Log-ins do not belong in an address: use the authentication of QGIS.</source>
        <translation>Waar de plug-in gegevens vraagt. Dubbelklik op een adres om een ander te geven, bijvoorbeeld van een dienst in het eigen netwerk. Inloggegevens horen niet in een adres: gebruik de authenticatie van QGIS.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>Your own address. Usual: {address}</source>
        <translation>Eigen adres. Standaard: {address}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>asking…</source>
        <translation>wordt gevraagd…</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>changed</source>
        <translation>gewijzigd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>does not answer</source>
        <translation>antwoordt niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>in order</source>
        <translation>in orde</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>moved</source>
        <translation>verplaatst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/services.py"/>
        <source>{key}: feed with the file</source>
        <translation>{key}: feed met het bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>A region on a map for partners gets a number only if all of this holds. You can make a rule stricter, never weaker than the floor. Exports of a series can only become stricter.</source>
        <translation>Een gebied op een kaart voor partners krijgt alleen een getal als dit allemaal geldt. Een regel kan strenger, nooit zwakker dan de ondergrens. Exports van een reeks kunnen alleen strenger worden.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Addresses with a registration where the homes are unknown, at least</source>
        <translation>Adressen met een registratie waar de woningen onbekend zijn, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Addresses with a registration, at least</source>
        <translation>Adressen met een registratie, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>All addresses but the two largest together, against the largest, at least</source>
        <translation>Alle adressen behalve de twee grootste samen, tegenover het grootste, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>All at the floor</source>
        <translation>Alles op de ondergrens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Floor of your organisation: {value}</source>
        <translation>Ondergrens van de organisatie: {value}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Floor: {value}</source>
        <translation>Ondergrens: {value}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Homes in the region, at least</source>
        <translation>Woningen in het gebied, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Largest share of one address, at most</source>
        <translation>Grootste aandeel van één adres, hoogstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Providers of housing where they are known, at least</source>
        <translation>Aanbieders van huisvesting waar die bekend zijn, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Registrations in the region, at least</source>
        <translation>Registraties in het gebied, minstens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/settings/thresholds.py"/>
        <source>Thresholds</source>
        <translation>Drempels</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/tasks.py"/>
        <source>Begun: {title}</source>
        <translation>Begonnen: {title}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/tasks.py"/>
        <source>It stopped without a reason.</source>
        <translation>De bewerking is gestopt; de oorzaak is onbekend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/tasks.py"/>
        <source>The algorithm {id} is not there.</source>
        <translation>Het algoritme {id} is er niet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/tasks.py"/>
        <source>This can't be done with what is given.</source>
        <translation>Dit kan niet met wat is gegeven.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>Compare municipalities</source>
        <translation>Gemeenten vergelijken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>How to read it</source>
        <translation>Leeswijzer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>Look at the map</source>
        <translation>De kaart bekijken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>Make an atlas or PDF</source>
        <translation>Atlas of PDF maken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>Result</source>
        <translation>Resultaat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/start_page.py"/>
        <source>This project has no regional map yet: open one, or make it with the steps.</source>
        <translation>Dit project heeft nog geen regiobeeld: open er een, of maak het met de stappen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>A hexagon is an area, not an address; a cluster says nothing about who lives there.</source>
        <translation>Een hexagoon is een gebied, geen adres; een cluster zegt niets over wie er woont.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>All {all} municipalities delivered.</source>
        <translation>Alle {all} gemeenten hebben geleverd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>An indication to look further, never a finding. The RNI is voluntary and is not checked.</source>
        <translation>Een aanwijzing om verder te kijken, nooit een vaststelling. De RNI is vrijwillig en wordt niet gecontroleerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Areas with more addresses than expected.</source>
        <translation>Gebieden met meer adressen dan verwacht.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Borders</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Change</source>
        <translation>Verandering</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Clusters</source>
        <translation>Clusters</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Compare municipalities only on the same reference date. A decrease can have many causes.</source>
        <translation>Vergelijk gemeenten alleen op dezelfde peildatum. Een afname kan veel oorzaken hebben.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Do not pass on pictures of areas with small numbers.</source>
        <translation>Geef geen afbeeldingen door van gebieden met kleine aantallen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Hot spots</source>
        <translation>Hotspots</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Indications</source>
        <translation>Aanwijzingen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>It is unknown how many registrations could be linked to an address.</source>
        <translation>Onbekend is hoeveel registraties aan een adres konden worden gekoppeld.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>It is unknown which municipalities delivered.</source>
        <translation>Onbekend is welke gemeenten hebben geleverd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Linked registrations, as far as delivered; not the number of people present.</source>
        <translation>Gekoppelde registraties, voor zover geleverd; niet het aantal aanwezigen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Norm (m² per person)</source>
        <translation>Norm (m² per persoon)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Numbers were published for {some} of {all} municipalities.</source>
        <translation>Van {some} van de {all} gemeenten zijn getallen gepubliceerd.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Overview</source>
        <translation>Overzicht</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Per 100 addresses</source>
        <translation>Per 100 adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Permitted places</source>
        <translation>Vergunde capaciteit (personen)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Persons, from lists of permits.</source>
        <translation>Personen, uit lijsten met vergunningen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Reference date: {date}</source>
        <translation>Peildatum: {date}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Times the region (80 % interval)</source>
        <translation>Verhouding tot de regio (80 %-interval)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>Unknown is not zero: where nothing was delivered, and across the national border, nothing is known.</source>
        <translation>Onbekend is niet nul: waar niets is geleverd, en over de landsgrens, is niets bekend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>With a registration.</source>
        <translation>Met een registratie.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>about {number}</source>
        <translation>ongeveer {number}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>fewer than {limit}</source>
        <translation>minder dan {limit}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>too few</source>
        <translation>te weinig</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>{percent} % of the registrations could be linked to an address.</source>
        <translation>{percent} % van de registraties kon aan een adres worden gekoppeld.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/viewer/words.py"/>
        <source>{some} of {all} municipalities delivered ({percent} %). Of the others nothing is known.</source>
        <translation>Er is geleverd door {some} van de {all} gemeenten ({percent} %). Van de andere is niets bekend.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Folder</source>
        <translation>&amp;Map</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Keep until</source>
        <translation>&amp;Bewaren tot en met</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Legal basis</source>
        <translation>&amp;Grondslag</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Name of the project</source>
        <translation>&amp;Naam van het project</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Open that project</source>
        <translation>Dat project &amp;openen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Purpose</source>
        <translation>&amp;Doel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Region</source>
        <translation>&amp;Regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>&amp;Responsible organisation</source>
        <translation>&amp;Verantwoordelijke organisatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>A folder of your organisation that only those who need the data can open.</source>
        <translation>Een map van de organisatie die alleen kan worden geopend door wie de gegevens nodig heeft.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>After this day the data have to be deleted, and nothing can be shared.</source>
        <translation>Na deze dag moeten de gegevens worden verwijderd, en kan niets meer worden gedeeld.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Can be changed later: the deliveries need not be read again for it.</source>
        <translation>Later te wijzigen: de leveringen hoeven daarvoor niet opnieuw te worden gelezen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Coordinates: RD New (EPSG:28992), always; layers in WGS84 are converted.</source>
        <translation>Coördinaten: RD New (EPSG:28992), altijd; lagen in WGS84 worden omgezet.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Day of the advice</source>
        <translation>Dag van het advies</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Folder of the project</source>
        <translation>Map van het project</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>For example: DPIA-2026-014</source>
        <translation>Bijvoorbeeld: DPIA-2026-014</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>For example: Gemeente Horst aan de Maas</source>
        <translation>Bijvoorbeeld: Gemeente Horst aan de Maas</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>For example: Huisvestingswet 2014, and article 3 of the covenant</source>
        <translation>Bijvoorbeeld: Huisvestingswet 2014, en artikel 3 van het convenant</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>For example: choose areas for joint inspections of housing in 2026</source>
        <translation>Bijvoorbeeld: gebieden kiezen voor gezamenlijke controles van huisvesting in 2026</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Hexagons: {size}</source>
        <translation>Hexagonen: {size}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Kept until: {date}</source>
        <translation>Bewaard tot en met: {date}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Leave e-mail addresses and numbers of persons out: this goes into every result.</source>
        <translation>Laat e-mailadressen en nummers van personen weg: dit komt in elk resultaat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Open that project, or choose another folder.</source>
        <translation>Open dat project, of kies een andere map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Project: {name}</source>
        <translation>Project: {name}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Purpose and responsibility</source>
        <translation>Doel en verantwoordelijkheid</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Reference &amp;date (peildatum)</source>
        <translation>&amp;Peildatum</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Reference of the D&amp;PIA</source>
        <translation>Kenmerk van de D&amp;PIA</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Region and reference date</source>
        <translation>Regio en peildatum</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Responsible: {name}</source>
        <translation>Verantwoordelijk: {name}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Si&amp;ze of a hexagon on the map</source>
        <translation>&amp;Grootte van een hexagoon op de kaart</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>The day of which the deliveries tell. One project is of one day.</source>
        <translation>De dag waarover de leveringen gaan. Eén project is van één dag.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>The day on which the data protection officer (FG) gave it.</source>
        <translation>De dag waarop de functionaris gegevensbescherming (FG) het gaf.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>The project file and all results come in one folder.</source>
        <translation>Het projectbestand en alle resultaten komen in één map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>There is a project in this folder already: {file}.</source>
        <translation>In deze map staat al een project: {file}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>There is an &amp;advice of the FG</source>
        <translation>Er is een &amp;advies van de FG</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>This folder seems to be copied to {cloud}. Is that allowed for these data?</source>
        <translation>Deze map lijkt te worden gekopieerd naar {cloud}. Mag dat voor deze gegevens?</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Where to keep it</source>
        <translation>Waar het wordt bewaard</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Which municipalities, and of which day. Everything else follows from it.</source>
        <translation>Welke gemeenten, en van welke dag. Al het andere volgt daaruit.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/pages.py"/>
        <source>Why the data may be used, and until when. It is written into every result.</source>
        <translation>Waarom de gegevens mogen worden gebruikt, en tot wanneer. Het staat in elk resultaat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>&amp;Save</source>
        <translation>&amp;Opslaan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>&amp;Start</source>
        <translation>&amp;Beginnen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>&lt; &amp;Back</source>
        <translation>&lt; &amp;Terug</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>Change the project</source>
        <translation>Project wijzigen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>Ne&amp;xt &gt;</source>
        <translation>&amp;Volgende &gt;</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/project.py"/>
        <source>New project</source>
        <translation>Nieuw project</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>&amp;Municipalities: take the tick away to leave one out</source>
        <translation>G&amp;emeenten: haal het vinkje weg om er een weg te laten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>A&amp;dd</source>
        <translation>&amp;Toevoegen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Choose a region</source>
        <translation>Kies een regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Municipalities of the region</source>
        <translation>Gemeenten van de regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Municipality to add</source>
        <translation>Toe te voegen gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Name or code of a municipality</source>
        <translation>Naam of code van een gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Other municipalities</source>
        <translation>Andere gemeenten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>Separate several by commas. A municipality that was merged is named with its successor.</source>
        <translation>Scheid meerdere met komma's. Een gemeente die is samengevoegd, wordt genoemd met haar opvolger.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/region.py"/>
        <source>{name} ended on {date}; its area now belongs to {into}. Press Add to take that.</source>
        <translation>{name} is opgeheven op {date}; het gebied hoort nu bij {into}. Kies Toevoegen om die te nemen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>130 m across: one street; only for your own use</source>
        <translation>130 m breed: één straat; alleen voor eigen gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>17 km across: a part of a province</source>
        <translation>17 km breed: een deel van een provincie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>2.5 km across: a village or a part of a town</source>
        <translation>2,5 km breed: een dorp of een deel van een stad</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>350 m across: some streets</source>
        <translation>350 m breed: enkele straten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>50 m across: a few homes; only for your own use</source>
        <translation>50 m breed: enkele woningen; alleen voor eigen gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>6.5 km across: a whole municipality</source>
        <translation>6,5 km breed: een hele gemeente</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>900 m across: a neighbourhood (usual)</source>
        <translation>900 m breed: een buurt (gebruikelijk)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Before {date} the RNI had no stay addresses: give a later day.</source>
        <translation>Voor {date} had de RNI geen verblijfsadressen: geef een latere dag.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Choose a region, or add at least one municipality.</source>
        <translation>Kies een regio, of voeg minstens één gemeente toe.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Choose the folder in which the project is kept.</source>
        <translation>Kies de map waarin het project wordt bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the day of the advice, or take the tick away.</source>
        <translation>Geef de dag van het advies, of haal het vinkje weg.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the day on which the delivery was made.</source>
        <translation>Geef de dag waarop de levering is gemaakt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the last day on which the data are kept.</source>
        <translation>Geef de laatste dag waarop de gegevens worden bewaard.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the legal basis: the law or the covenant that allows this use.</source>
        <translation>Geef de grondslag: de wet of het convenant dat dit gebruik toestaat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the project a name.</source>
        <translation>Geef het project een naam.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the reference of the data protection impact assessment (DPIA).</source>
        <translation>Geef het kenmerk van de gegevensbeschermingseffectbeoordeling (DPIA).</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Give the whole path of the folder, from the drive on.</source>
        <translation>Geef het hele pad van de map, met de stationsletter.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Name the organisation that is responsible.</source>
        <translation>Noem de organisatie die verantwoordelijk is.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>Say what the data are used for. Without a purpose they may not be used.</source>
        <translation>Geef aan waarvoor de gegevens worden gebruikt. Zonder doel mogen ze niet worden gebruikt.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>The reference date is later than today.</source>
        <translation>De peildatum ligt na vandaag.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>There is a file with this name: choose a folder.</source>
        <translation>Er is een bestand met deze naam: kies een map.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>This day has passed: delete the data, or give a later day if that was decided.</source>
        <translation>Deze dag is voorbij: verwijder de gegevens, of geef een latere dag als daartoe is besloten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>You can't write in this folder: choose another, or ask your administrator.</source>
        <translation>In deze map kan niet worden geschreven: kies een andere, of vraag het de beheerder.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/gui/wizard/texts.py"/>
        <source>{size} (resolution {n})</source>
        <translation>{size} (resolutie {n})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/heatmap/package.py"/>
        <source>a map of classes has no numbers to smooth; leave the raster out</source>
        <translation>een kaart met klassen heeft geen getallen om vloeiend te tonen; laat het raster weg</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/heatmap/project.py"/>
        <source>QGIS can't read what was written</source>
        <translation>QGIS kan niet lezen wat er is geschreven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/layout.py"/>
        <source>it is in use</source>
        <translation>het is in gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/project.py"/>
        <source>layer {hexagons}, {addresses} or {municipalities}</source>
        <translation>laag {hexagons}, {addresses} of {municipalities}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/project.py"/>
        <source>no layer at all</source>
        <translation>helemaal geen laag</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sharing/project.py"/>
        <source>the workspace that 'regiobeeld' made</source>
        <translation>het werkbestand dat 'regiobeeld' maakte</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>Give polygons or points, or a table with lon and lat.</source>
        <translation>Geef vlakken of punten, of een tabel met lon en lat.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>lines</source>
        <translation>lijnen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>lines or polygons of a national border</source>
        <translation>lijnen of vlakken van een landsgrens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>no area of another country lies near the Netherlands</source>
        <translation>geen gebied van een ander land ligt bij Nederland</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>no national border of the Netherlands is in it</source>
        <translation>de landsgrens van Nederland staat er niet in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>no point lies near the Netherlands</source>
        <translation>geen punt ligt bij Nederland</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>points</source>
        <translation>punten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/abroad.py"/>
        <source>polygons of areas, or points</source>
        <translation>vlakken van gebieden, of punten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/answers.py"/>
        <source>a JSON list</source>
        <translation>een JSON-lijst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/answers.py"/>
        <source>an answer</source>
        <translation>een antwoord</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/answers.py"/>
        <source>{value} that is damaged or breaks off</source>
        <translation>{value} die beschadigd is of afbreekt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>each municipality once</source>
        <translation>elke gemeente één keer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>it has no polygons</source>
        <translation>er staan geen vlakken in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>no row has both a code and an area</source>
        <translation>geen rij heeft zowel een code als een vlak</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>none of ours</source>
        <translation>geen van de bekende velden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>pages that repeat or don't end</source>
        <translation>pagina's die zich herhalen of niet ophouden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>points or lines</source>
        <translation>punten of lijnen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>polygons of an area</source>
        <translation>vlakken van een gebied</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>some of its polygons have no {field}, so they would be left out; fill it in, or remove the field</source>
        <translation>een deel van de vlakken heeft geen {field}, zodat ze zouden wegvallen; vul het in, of verwijder het veld</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/areas.py"/>
        <source>they all lie outside the Netherlands</source>
        <translation>ze liggen allemaal buiten Nederland</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/bodies.py"/>
        <source>XML with a document type declaration</source>
        <translation>XML met een documenttypedeclaratie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/bodies.py"/>
        <source>an HTML page</source>
        <translation>een HTML-pagina</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/bodies.py"/>
        <source>an exception without text</source>
        <translation>een foutmelding zonder tekst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/bodies.py"/>
        <source>nothing</source>
        <translation>niets</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/bodies.py"/>
        <source>something else</source>
        <translation>iets anders</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/channel.py"/>
        <source>JSON without features</source>
        <translation>JSON zonder objecten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/channel.py"/>
        <source>a collection of objects</source>
        <translation>een verzameling objecten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/channel.py"/>
        <source>coordinates in {crs}</source>
        <translation>coördinaten in {crs}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/channel.py"/>
        <source>coordinates outside the Netherlands</source>
        <translation>coördinaten buiten Nederland</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/channel.py"/>
        <source>objects that are no GeoJSON</source>
        <translation>objecten die geen GeoJSON zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/check.py"/>
        <source>JSON without addresses</source>
        <translation>JSON zonder adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/check.py"/>
        <source>it is empty, so that its fields could not be compared</source>
        <translation>er staat niets in, zodat de velden niet te vergelijken waren</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/check.py"/>
        <source>one address</source>
        <translation>één adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/clusters.py"/>
        <source>Give the clusters or the hexagons of 'hotspots'.</source>
        <translation>Geef de clusters of de hexagonen van 'hotspots'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/clusters.py"/>
        <source>a value of {cells_field} is no list of H3 cells</source>
        <translation>een waarde van {cells_field} is geen lijst van H3-cellen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/clusters.py"/>
        <source>{n} of {count} cells are not among the hexagons; give those they were found in</source>
        <translation>{n} van {count} cellen staan niet tussen de hexagonen; geef die waarin ze zijn gevonden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>adresseerbaarobject_id goes with 'koppelen', and with nothing else</source>
        <translation>adresseerbaarobject_id hoort bij 'koppelen', en bij niets anders</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>besluit must be one of {known}</source>
        <translation>besluit moet een van {known} zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>it has no house number with a postcode, or with a street and place, and no identifier</source>
        <translation>er is geen huisnummer met een postcode, of met een straat en plaats, en geen identificatie</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>it lacks the columns {columns}</source>
        <translation>de kolommen {columns} ontbreken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>no access</source>
        <translation>geen toegang</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>{column} has not the form of one</source>
        <translation>{column} heeft niet de juiste vorm</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>{column} is no date such as 2026-07-01</source>
        <translation>{column} is geen datum zoals 2026-07-01</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/corrections.py"/>
        <source>{column} is no identifier of the BAG with all its 16 digits</source>
        <translation>{column} is geen identificatie van de BAG met alle 16 cijfers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/counted.py"/>
        <source>Give an output of 'rniinlezen'.</source>
        <translation>Geef uitvoer van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/counted.py"/>
        <source>a list of unmatched addresses</source>
        <translation>een lijst met niet-gekoppelde adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/counted.py"/>
        <source>an OUTPUT_UNMATCHED of 'rniinlezen'</source>
        <translation>een OUTPUT_UNMATCHED van 'rniinlezen'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/counted.py"/>
        <source>its field 'reden' holds something else</source>
        <translation>het veld 'reden' bevat iets anders</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/draft.py"/>
        <source>another run is writing it; wait until that has ended</source>
        <translation>een andere uitvoering schrijft het; wacht tot die klaar is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/draft.py"/>
        <source>the disk is full or the workspace can't be read</source>
        <translation>de schijf is vol of het werkbestand is niet te lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/extract.py"/>
        <source>BAG layer {kind}</source>
        <translation>BAG-laag {kind}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>Check the path</source>
        <translation>Controleer het pad</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>Give VALUE_FIELD</source>
        <translation>Geef VALUE_FIELD</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>Give a package of 'heatmapexport', or a layer of polygons with a count (VALUE_FIELD)</source>
        <translation>Geef een pakket van 'heatmapexport', of een laag met vlakken en een aantal (VALUE_FIELD)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>field {field} holds fractions, so it does not count</source>
        <translation>veld {field} bevat breuken, dus het telt niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>it has no layer of polygons with a field that counts</source>
        <translation>er is geen laag met vlakken en een veld dat telt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>it has no layer of polygons with a field that counts ({field})</source>
        <translation>er is geen laag met vlakken en een veld dat telt ({field})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>it is damaged or no file with layers</source>
        <translation>het is beschadigd of geen bestand met lagen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>the folder has no GeoPackage or other file with areas</source>
        <translation>de map heeft geen GeoPackage of ander bestand met gebieden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/foreign_packages.py"/>
        <source>there is no such file or folder</source>
        <translation>er is geen bestand of map met deze naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/handover.py"/>
        <source>it was not made</source>
        <translation>het is niet gemaakt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/harvest.py"/>
        <source>each object once</source>
        <translation>elk object één keer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/harvest.py"/>
        <source>identifiers of another form</source>
        <translation>identificaties van een andere vorm</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/harvest.py"/>
        <source>identifiers of {key_digits} digits</source>
        <translation>identificaties van {key_digits} cijfers</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>Give the output of 'h3aggregeren'.</source>
        <translation>Geef de uitvoer van 'h3aggregeren'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>it has hexagons of several resolutions ({listed}); select one of them</source>
        <translation>er staan hexagonen van verschillende resoluties in ({listed}); selecteer er één</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>its resolution is {found}, and only {lowest_resolution} to {highest_resolution} can be used</source>
        <translation>de resolutie is {found}, en alleen {lowest_resolution} tot en met {highest_resolution} zijn te gebruiken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>{away} of its {count} hexagons lie far from the Netherlands</source>
        <translation>{away} van de {count} hexagonen liggen ver van Nederland</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>{twice} hexagons are in it more than once</source>
        <translation>{twice} hexagonen staan er meer dan één keer in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/hexagons.py"/>
        <source>{wrong} of its {count} values of h3 are no H3 cell</source>
        <translation>{wrong} van de {count} waarden van h3 zijn geen H3-cel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/lists.py"/>
        <source>Give the output of 'lijstinlezen'.</source>
        <translation>Geef de uitvoer van 'lijstinlezen'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>Choose a file that can be written with {variable}, or make room on the disk</source>
        <translation>Kies een bestand dat te schrijven is met {variable}, of maak ruimte op de schijf</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>Give an https address without a user and password, or nothing</source>
        <translation>Geef een https-adres zonder gebruiker en wachtwoord, of niets</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>Give an https address; without TLS only a collector on this computer is allowed</source>
        <translation>Geef een https-adres; zonder TLS mag alleen een verzamelpunt op deze computer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>Give the address of the entry in your register of processing activities, without a user in it</source>
        <translation>Geef het adres van de regel in het verwerkingsregister, zonder gebruiker erin</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>a confirmation</source>
        <translation>een bevestiging</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>a rejection of the line</source>
        <translation>een afwijzing van de regel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>another run holds it</source>
        <translation>een andere uitvoering houdt het bezet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>can't be written ({reason})</source>
        <translation>is niet te schrijven ({reason})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>is no URI</source>
        <translation>is geen URI</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>is no address of a collector</source>
        <translation>is geen adres van een verzamelpunt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/logbook.py"/>
        <source>is not safe</source>
        <translation>is niet veilig</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>may only be tightened</source>
        <translation>mag alleen strenger</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>must be a whole number of 1 or more</source>
        <translation>moet een geheel getal van 1 of meer zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>must be one of {profiles}</source>
        <translation>moet een van {profiles} zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>must be true or false</source>
        <translation>moet true of false zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>the parameter MATRIX</source>
        <translation>de parameter MATRIX</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>{weaker}: it is {known} now</source>
        <translation>{weaker}: het is nu {known}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>{weaker}: it is {name} now</source>
        <translation>{weaker}: het is nu {name}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>{weaker}: it is {now} now</source>
        <translation>{weaker}: het is nu {now}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/matrix.py"/>
        <source>{weaker}: nobody gets it, so it must stay null</source>
        <translation>{weaker}: niemand krijgt het, dus het moet null blijven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>BAG layer ({layers})</source>
        <translation>BAG-laag ({layers})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>Give COUNT_FIELD, or leave it empty to count every point as one registration.</source>
        <translation>Geef COUNT_FIELD, of laat het leeg om elk punt als één registratie te tellen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>Give TOP10NL functioneel gebied.</source>
        <translation>Geef functioneel gebied van TOP10NL.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>Give {remedy}.</source>
        <translation>Geef {remedy}.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>PDOK's bag-light.gpkg, or a layer with its field names</source>
        <translation>bag-light.gpkg van PDOK, of een laag met die veldnamen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>lines or polygons</source>
        <translation>lijnen of vlakken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>points of BAG objects</source>
        <translation>punten van BAG-objecten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/objects.py"/>
        <source>polygons of municipalities</source>
        <translation>vlakken van gemeenten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/ogcapi.py"/>
        <source>a next page on another server</source>
        <translation>een volgende pagina op een andere server</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/ogcapi.py"/>
        <source>one of its own</source>
        <translation>een van de dienst zelf</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>does not exist</source>
        <translation>bestaat niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>it</source>
        <translation>het bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>its place in the QGIS profile</source>
        <translation>de plaats ervan in het QGIS-profiel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>must be a list of keys, known are: {able}</source>
        <translation>moet een lijst van sleutels zijn; bekend zijn: {able}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>the QGIS setting {setting}</source>
        <translation>de QGIS-instelling {setting}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>the environment variable {variable}</source>
        <translation>de omgevingsvariabele {variable}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation.py"/>
        <source>{key} in {file}</source>
        <translation>{key} in {file}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>is unknown, known are: {able}</source>
        <translation>is onbekend; bekend zijn: {able}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>may only be tightened: give {least} or more</source>
        <translation>mag alleen strenger: geef {least} of meer</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>may only be tightened: give {most} or less, above 0</source>
        <translation>mag alleen strenger: geef {most} of minder, boven 0</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>must be a JSON object</source>
        <translation>moet een JSON-object zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>must be a number</source>
        <translation>moet een getal zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>must be a text</source>
        <translation>moet een tekst zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>must be a whole number</source>
        <translation>moet een geheel getal zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>must be a whole number of months, 1 to {most}</source>
        <translation>moet een geheel aantal maanden zijn, 1 tot en met {most}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/organisation_keys.py"/>
        <source>{rule} {reason}</source>
        <translation>{rule} {reason}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>can't be opened ({strerror})</source>
        <translation>is niet te openen ({strerror})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>is no JSON (line {lineno}, column {colno})</source>
        <translation>is geen JSON (regel {lineno}, kolom {colno})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>is no JSON in UTF-8</source>
        <translation>is geen JSON in UTF-8</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>is no JSON object</source>
        <translation>is geen JSON-object</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>lacks {lacking}</source>
        <translation>mist {lacking}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/overrides.py"/>
        <source>must be a JSON list</source>
        <translation>moet een JSON-lijst zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Ask for the package again</source>
        <translation>Vraag het pakket opnieuw aan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Do not use it, and tell who gave it: it may hold real numbers</source>
        <translation>Gebruik het niet, en meld het aan wie het gaf: er kunnen echte aantallen in staan</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Do not use it, and tell who gave it: what they differ by can be read from it</source>
        <translation>Gebruik het niet, en meld het aan wie het gaf: het verschil ertussen is eruit af te lezen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Give the .gpkg of a package of 'heatmapexport'</source>
        <translation>Geef het .gpkg-bestand van een pakket van 'heatmapexport'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Give the .gpkg of a package, or the folder it is in</source>
        <translation>Geef het .gpkg-bestand van een pakket, of de map waar het in staat</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Give the .gpkg of the package</source>
        <translation>Geef het .gpkg-bestand van het pakket</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>Keep it beside {file}</source>
        <translation>Bewaar het naast {file}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>a region is in it twice</source>
        <translation>een gebied staat er twee keer in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>field cellen of region {name} is no list of H3 cells of resolution {base_resolution}</source>
        <translation>veld cellen van gebied {name} is geen lijst van H3-cellen van resolutie {base_resolution}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>it has no {wanted} (it has {found})</source>
        <translation>er is geen {wanted} (wel: {found})</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>it is damaged or no GeoJSON of a package</source>
        <translation>het is beschadigd of geen GeoJSON van een pakket</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>it is damaged or no GeoPackage</source>
        <translation>het is beschadigd of geen GeoPackage</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>its layer {heatmap} has no field {absent}</source>
        <translation>de laag {heatmap} heeft geen veld {absent}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>its layer {heatmap} is not in RD New (EPSG:28992)</source>
        <translation>de laag {heatmap} is niet in RD New (EPSG:28992)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>its table {certificate} does not say '{key}'</source>
        <translation>de tabel {certificate} noemt '{key}' niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>its table {certificate} has no rows of 'sleutel' and 'waarde'</source>
        <translation>de tabel {certificate} heeft geen rijen met 'sleutel' en 'waarde'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>municipality {unknown} of {file} is not in it</source>
        <translation>gemeente {unknown} van {file} staat er niet in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>no date</source>
        <translation>geen peildatum</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>region {name} does not consist of the cells that its name says</source>
        <translation>gebied {name} bestaat niet uit de cellen die de naam zegt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>region {name} has an unknown sdc_status '{sdc_status}'</source>
        <translation>gebied {name} heeft een onbekende sdc_status '{sdc_status}'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>region {name} has no area</source>
        <translation>gebied {name} heeft geen vlak</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>region {name} has no number in field {field}</source>
        <translation>gebied {name} heeft geen getal in veld {field}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>region {name} is of {date}, the package of {peildatum}</source>
        <translation>gebied {name} is van {date}, het pakket van {peildatum}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>regions {other} and {regio_id} both hold cell {cell:x}</source>
        <translation>gebieden {other} en {regio_id} hebben allebei cel {cell:x}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>row '{key}' of its table {certificate} is '{said}', no whole number above 0</source>
        <translation>rij '{key}' van de tabel {certificate} is '{said}', geen geheel getal boven 0</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>row '{whole}' of its table {certificate} is no JSON object</source>
        <translation>rij '{whole}' van de tabel {certificate} is geen JSON-object</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>some of its regions have a value and others have not</source>
        <translation>een deel van de gebieden heeft een waarde en een deel niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>the value of region {name} is no whole number</source>
        <translation>de waarde van gebied {name} is geen geheel getal</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>the value of region {name}, {waarde}, is no multiple of {rounding}</source>
        <translation>de waarde van gebied {name}, {waarde}, is geen veelvoud van {rounding}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>there is no GeoPackage</source>
        <translation>er is geen GeoPackage</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>there is no such file</source>
        <translation>dat bestand is er niet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>without name</source>
        <translation>zonder naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/packages.py"/>
        <source>{again}, and unpack it first if it is a .zip</source>
        <translation>{again}, en pak het eerst uit als het een .zip is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/parks.py"/>
        <source>Give the output of an earlier run of 'vakantieparken'.</source>
        <translation>Geef de uitvoer van een eerdere uitvoering van 'vakantieparken'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/parks.py"/>
        <source>polygons of parks</source>
        <translation>vlakken van parken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>it is no file</source>
        <translation>het is geen bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>it is no folder</source>
        <translation>het is geen map</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>nothing can be written there</source>
        <translation>daar kan niets worden geschreven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>the address of the collector</source>
        <translation>het adres van het verzamelpunt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>the processing activity</source>
        <translation>de verwerkingsactiviteit</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/preferences.py"/>
        <source>the settings of the plugin</source>
        <translation>de instellingen van de plug-in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/presets.py"/>
        <source>must be a code of four digits</source>
        <translation>moet een code van vier cijfers zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/presets.py"/>
        <source>must be a date such as 2026-01-01</source>
        <translation>moet een datum zijn zoals 2026-01-01</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/presets.py"/>
        <source>must name at least one municipality, by its code of four digits: {"0983": "Venlo"}</source>
        <translation>moet minstens één gemeente noemen, met de code van vier cijfers: {"0983": "Venlo"}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/rulebooks.py"/>
        <source>{name} has no {unknown}; it has {entry}</source>
        <translation>{name} heeft geen {unknown}; wel {entry}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/rulebooks.py"/>
        <source>{name} is no JSON object</source>
        <translation>{name} is geen JSON-object</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/secrets.py"/>
        <source>it is in QGIS's authentication database: give the master password (Settings, Options, Authentication), or start qgis_process with QGIS_AUTH_PASSWORD_FILE</source>
        <translation>hij staat in de authenticatiedatabase van QGIS: geef het hoofdwachtwoord (Extra, Opties, Authenticatie), of start qgis_process met QGIS_AUTH_PASSWORD_FILE</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/secrets.py"/>
        <source>no access to the profile</source>
        <translation>geen toegang tot het profiel</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/secrets.py"/>
        <source>the file {file} that holds it is damaged; put back the last good copy of it</source>
        <translation>het bestand {file} waarin hij staat is beschadigd; zet de laatste goede kopie terug</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/secrets.py"/>
        <source>use the QGIS profile in which it was started; if that is lost, start a new series under another name</source>
        <translation>gebruik het QGIS-profiel waarin de reeks begon; is dat weg, begin dan een nieuwe reeks met een andere naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/senders.py"/>
        <source>it is no JSON</source>
        <translation>het is geen JSON</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/senders.py"/>
        <source>it is not what this plugin writes there</source>
        <translation>het is niet wat deze plug-in daar schrijft</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>a list of texts, or an object with such a list for each collection</source>
        <translation>een lijst van teksten, of een object met zo'n lijst voor elke verzameling</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>a text</source>
        <translation>een tekst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>a whole https or http address without user and password; log in by AUTHCFG, an authentication configuration of QGIS</source>
        <translation>een volledig http- of https-adres zonder gebruiker en wachtwoord (inloggen gaat met AUTHCFG, een authenticatieconfiguratie van QGIS)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>a whole number above 0</source>
        <translation>een geheel getal boven 0</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>a whole number, 0 for no limit</source>
        <translation>een geheel getal (0 voor geen grens)</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>an object with the name of each collection as a text</source>
        <translation>een object met de naam van elke verzameling als tekst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>must be {must_be}</source>
        <translation>moet {must_be} zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>must stay {protocol}</source>
        <translation>moet {protocol} blijven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>the parameter SERVICES</source>
        <translation>de parameter SERVICES</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/services.py"/>
        <source>two whole numbers, the lowest first</source>
        <translation>twee gehele getallen, het laagste eerst</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/sharing_points.py"/>
        <source>Give COUNT_FIELD, or the output of 'rniinlezen'.</source>
        <translation>Geef COUNT_FIELD, of de uitvoer van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/sharing_points.py"/>
        <source>Give the field that says who offers the housing, or leave PROVIDER_FIELD as it was.</source>
        <translation>Geef het veld dat zegt wie de huisvesting aanbiedt, of laat PROVIDER_FIELD zoals het was.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/sharing_points.py"/>
        <source>field {count_field} holds no whole numbers</source>
        <translation>veld {count_field} bevat geen gehele getallen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/sharing_points.py"/>
        <source>no point with a number of registrations lies in GEMEENTEN</source>
        <translation>geen punt met een aantal registraties ligt in GEMEENTEN</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/snapshots.py"/>
        <source>Give the output of 'rniinlezen' or 'h3aggregeren', or municipalities with the field adressen.</source>
        <translation>Geef de uitvoer van 'rniinlezen' of 'h3aggregeren', of gemeenten met het veld adressen.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/snapshots.py"/>
        <source>adresseerbaarobject_id and registraties, h3 and gemeentecodes, or gemeentecode and adressen</source>
        <translation>adresseerbaarobject_id en registraties, h3 en gemeentecodes, of gemeentecode en adressen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/snapshots.py"/>
        <source>it is empty, or has no H3 cells in the field h3</source>
        <translation>er staat niets in, of er zijn geen H3-cellen in het veld h3</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/snapshots.py"/>
        <source>no object has an area</source>
        <translation>geen object heeft een vlak</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/snapshots.py"/>
        <source>polygons</source>
        <translation>vlakken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/staging.py"/>
        <source>another program has it open for editing, for example QGIS: stop editing or remove the layer there</source>
        <translation>een ander programma heeft het open om te bewerken, bijvoorbeeld QGIS: stop daar met bewerken of verwijder de laag</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/staging.py"/>
        <source>it is a folder; give the name of a file</source>
        <translation>het is een map; geef de naam van een bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>Go on with SERIES '{series}' and LEDGER {other}</source>
        <translation>Ga verder met SERIES '{series}' en LEDGER {other}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>it is an older copy: it does not have the last export that was made from this profile</source>
        <translation>het is een oudere kopie: de laatste export vanuit dit profiel staat er niet in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>it is unknown whether there was one, since {damaged} is damaged; put back the last good copy of that</source>
        <translation>onbekend is of er een was, omdat {damaged} beschadigd is; zet daarvan de laatste goede kopie terug</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>put it back from a copy, or start a new series under another name</source>
        <translation>zet het terug uit een kopie, of begin een nieuwe reeks met een andere naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>series '{series}' was made of the same addresses, and maps of two series can be subtracted from each other</source>
        <translation>reeks '{series}' is van dezelfde adressen gemaakt, en kaarten van twee reeksen zijn van elkaar af te trekken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/starting.py"/>
        <source>{package}, in the folder for the new package, is of this series or can't be read; give LEDGER as it was then, put the ledger back from a copy, or start a new series under another name</source>
        <translation>{package}, in de map voor het nieuwe pakket, hoort bij deze reeks of is niet te lezen; geef LEDGER zoals het toen was, zet het grootboek terug uit een kopie, of begin een nieuwe reeks met een andere naam</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/stock.py"/>
        <source>Give the layer pand of the BAG.</source>
        <translation>Geef de laag pand van de BAG.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/stock.py"/>
        <source>Give the output of 'rniinlezen'.</source>
        <translation>Geef de uitvoer van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/stock.py"/>
        <source>none of them is in use</source>
        <translation>geen ervan is in gebruik</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/stock.py"/>
        <source>polygons of buildings</source>
        <translation>vlakken van panden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>a CSV file</source>
        <translation>een CSV-bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>a spreadsheet or CSV file</source>
        <translation>een spreadsheet of CSV-bestand</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>a workbook that counts from 1900</source>
        <translation>een werkmap die vanaf 1900 telt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>an Excel workbook</source>
        <translation>een Excel-werkmap</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>an OpenDocument spreadsheet</source>
        <translation>een OpenDocument-spreadsheet</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it a name that ends in {suffix}</source>
        <translation>het bestand een naam die eindigt op {suffix}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it counts its days from 1904, so that its dates can't be trusted</source>
        <translation>de dagen tellen vanaf 1904, zodat de datums niet te vertrouwen zijn</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it ends in '{suffix}'</source>
        <translation>het eindigt op '{suffix}'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it holds something else</source>
        <translation>er zit iets anders in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it holds {kind}</source>
        <translation>er zit {kind} in</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it is a folder</source>
        <translation>het is een map</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>it is a workbook of Excel 97-2003; open it and save it as .xlsx</source>
        <translation>het is een werkmap van Excel 97-2003; open hem en sla hem op als .xlsx</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/table.py"/>
        <source>the delivery as .xlsx, .ods or .csv</source>
        <translation>de levering als .xlsx, .ods of .csv</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>It says: {said}. {remedy}</source>
        <translation>De dienst zegt: {said}. {remedy}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>Look up its present address with the provider and put that in the settings of the services.</source>
        <translation>Zoek het huidige adres op bij de aanbieder en zet dat in de instellingen van de diensten.</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>a redirect</source>
        <translation>een doorverwijzing</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>a redirect to an unsafe address</source>
        <translation>een doorverwijzing naar een onveilig adres</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>a redirect to another server</source>
        <translation>een doorverwijzing naar een andere server</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>an answer of its own</source>
        <translation>een eigen antwoord</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>data</source>
        <translation>gegevens</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>in a few minutes</source>
        <translation>over enkele minuten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>in {n:.0f} minutes</source>
        <translation>over {n:.0f} minuten</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>in {seconds:.0f} seconds</source>
        <translation>over {seconds:.0f} seconden</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>it is not an address on the web</source>
        <translation>het is geen adres op het web</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>more than {most_redirects} redirects</source>
        <translation>meer dan {most_redirects} doorverwijzingen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>no answer in time</source>
        <translation>geen antwoord binnen de tijd</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>no reason given</source>
        <translation>geen reden gegeven</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>the connection broke off</source>
        <translation>de verbinding werd verbroken</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>the name of the server is unknown</source>
        <translation>de naam van de server is onbekend</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>the proxy does not let the request through</source>
        <translation>de proxy laat het verzoek niet door</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/transport.py"/>
        <source>the server refuses the connection</source>
        <translation>de server weigert de verbinding</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>a GeoPackage or another file with layers</source>
        <translation>een GeoPackage of een ander bestand met lagen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>a file with layers</source>
        <translation>een bestand met lagen</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>layer</source>
        <translation>laag</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>layer '{name}'</source>
        <translation>laag '{name}'</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>the name of one of these</source>
        <translation>de naam van een van deze</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/vector.py"/>
        <source>{file}, layer {layer}</source>
        <translation>{file}, laag {layer}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>It has no type {name}. {moved}</source>
        <translation>De dienst heeft geen type {name}. {moved}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>another document</source>
        <translation>een ander document</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>capabilities without GetFeature</source>
        <translation>capabilities zonder GetFeature</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>no GeoJSON among {values}</source>
        <translation>geen GeoJSON tussen {values}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>something incomplete</source>
        <translation>iets dat niet compleet is</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/wfs.py"/>
        <source>the capabilities of WFS 2.0</source>
        <translation>de capabilities van WFS 2.0</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/workspace.py"/>
        <source>none lies in {lacking}; this source does not cover the whole region</source>
        <translation>geen ervan ligt in {lacking}; deze bron dekt niet de hele regio</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/workspace.py"/>
        <source>none lies in {region}; check the region, and whether this source covers it</source>
        <translation>geen ervan ligt in {region}; controleer de regio, en of deze bron die dekt</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/writing.py"/>
        <source>choose a name that ends in {endings}</source>
        <translation>kies een naam die eindigt op {endings}</translation>
    </message>
    <message>
        <location filename="arbeidsmigratie_plugin/sources/writing.py"/>
        <source>it is in use or protected</source>
        <translation>het is in gebruik of beveiligd</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>Addresses found</source>
        <translation>Gevonden adressen</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>Look up one address</source>
        <translation>Eén adres opzoeken</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>Looks up one address that 'rniinlezen' could not match, and gives the addresses that are most like it with their BAG identifiers.

The address goes out to a public service: agree to that first, never give a name or a number of a person, and never use this for a list: match a list with the BAG itself.</source>
        <translation>Zoekt één adres op dat 'rniinlezen' niet kon koppelen, en geeft de adressen die er het meest op lijken met hun BAG-identificaties.

Het adres gaat naar een openbare dienst: stem daar eerst mee in, geef nooit een naam of nummer van een persoon, en gebruik dit nooit voor een lijst: koppel een lijst met de BAG zelf.</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>Looks up one unmatched address with PDOK's Locatieserver</source>
        <translation>Zoekt één niet-gekoppeld adres op met de Locatieserver van PDOK</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>No address is like this one.</source>
        <translation>Er is geen adres dat hierop lijkt.</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>One address, for example: Dorpsstraat 12, Weesp. Nothing about a person.</source>
        <translation>Eén adres, bijvoorbeeld: Dorpsstraat 12, Weesp. Niets over een persoon.</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>Ophalen</source>
        <translation>Ophalen</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>The address may go to a public service</source>
        <translation>Het adres mag naar een openbare dienst</translation>
    </message>
    <message>
        <location filename="processing/adresopzoeken.py"/>
        <source>The lookup is done only when you agree.</source>
        <translation>Er wordt alleen gezocht na instemming.</translation>
    </message>
    <message>
        <location filename="processing/algorithm.py"/>
        <source>Cancelled: no result was written.</source>
        <translation>Geannuleerd: er is geen resultaat geschreven.</translation>
    </message>
    <message>
        <location filename="processing/algorithm.py"/>
        <source>Unexpected {kind} in {place}. Please report this line.</source>
        <translation>Onverwachte {kind} in {place}. Meld deze regel.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Also where the workspace is there already.</source>
        <translation>Ook als het werkbestand er al is.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Buildings</source>
        <translation>Panden</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Buildings (panden) come along: company dwellings and holiday parks need them.</source>
        <translation>Panden komen mee: bedrijfswoningen en vakantieparken hebben ze nodig.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Fetch anew</source>
        <translation>Opnieuw ophalen</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Fetch the BAG of a region</source>
        <translation>BAG van een regio ophalen</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Fetches BAG objects, buildings, municipalities and functional areas of a region into a workspace</source>
        <translation>Haalt BAG-objecten, panden, gemeenten en functionele gebieden van een regio op in een werkbestand</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Fetches the addressable objects and buildings of a region and of its guard zone (in_regio = 0) from PDOK, or from the national bag-light.gpkg that you downloaded, and with them the municipalities and the functional areas of TOP10NL, into one GeoPackage with a table of provenance.

A run that was cancelled or lost its network goes on where it was; a workspace that is there is used again until you ask for fresh data. Objects that are not in use come along: their status says so. The WFS has no identifiers of addresses, the OGC API no buildings of an object: the file has both. Across the national border there is no BAG: what lies there is unknown, not zero.</source>
        <translation>Haalt de adresseerbare objecten en panden van een regio en van de randzone (in_regio = 0) op bij PDOK, of uit het landelijke bag-light.gpkg dat is gedownload, samen met de gemeenten en de functionele gebieden van TOP10NL, in één GeoPackage met een tabel met de herkomst.

Een uitvoering die is geannuleerd of haar netwerk verloor, gaat verder waar ze was; een werkbestand dat er al is, wordt opnieuw gebruikt tot om verse gegevens wordt gevraagd. Objecten die niet in gebruik zijn komen mee: hun status zegt dat. De WFS heeft geen identificaties van adressen, de OGC API geen panden bij een object: het bestand heeft beide. Over de landsgrens is er geen BAG: wat daar ligt is onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Folder</source>
        <translation>Map</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Functional areas</source>
        <translation>Functionele gebieden</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Functional areas of TOP10NL come along: holiday parks, estates.</source>
        <translation>Functionele gebieden van TOP10NL komen mee: vakantieparken, bedrijventerreinen.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Objects kept</source>
        <translation>Bewaarde objecten</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Objects received</source>
        <translation>Ontvangen objecten</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Requests sent</source>
        <translation>Verstuurde verzoeken</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>The national GeoPackage of PDOK's Atom service; only the region is read, through its spatial index.</source>
        <translation>Het landelijke GeoPackage van de Atom-dienst van PDOK; alleen de regio wordt gelezen, via de ruimtelijke index.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Where the workspace goes; made if it is not there.</source>
        <translation>Waar het werkbestand komt; wordt gemaakt als de map er niet is.</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>Workspace</source>
        <translation>Werkbestand</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>bag-light.gpkg</source>
        <translation>bag-light.gpkg</translation>
    </message>
    <message>
        <location filename="processing/bagophalen.py"/>
        <source>ogcapi or wfs for PDOK's services, bestand for a file that you downloaded: best for large regions.</source>
        <translation>ogcapi of wfs voor de diensten van PDOK, bestand voor een gedownload bestand: het beste voor grote regio's.</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Addresses with registrations</source>
        <translation>Adressen met registraties</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>BAG buildings</source>
        <translation>BAG-panden</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>BAG objects in use that were looked at</source>
        <translation>Bekeken BAG-objecten in gebruik</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Company dwellings</source>
        <translation>Bedrijfswoningen</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Gives points for what a person can check: living and another use in one object or building, a large building without a home on the same yard, a business estate, greenhouses. From three points on a home is listed, whether or not anybody is registered there: registrations give no points. Many homes around or in the building count against it, so that shops with homes above in a town centre are not listed. Points, distances and sentences are data (resources/signals/bedrijfswoningen.json) that your organisation can override.

It is an indication, never a verdict: whether a home is a company dwelling stands in the omgevingsplan. Where few homes lie around, a place counts as outside the built-up area. A former farm and a farm without a company object in the BAG can't be told apart: neither is listed for its yard alone. What is student or care housing, large-scale or permitted says so in 'uitsluiting', and stays.</source>
        <translation>Geeft punten voor wat na te gaan is: wonen en een ander gebruik in één object of pand, een groot pand zonder woning op hetzelfde erf, een bedrijventerrein, kassen. Vanaf drie punten komt een woning op de lijst, of er nu iemand staat ingeschreven of niet: registraties geven geen punten. Veel woningen rondom of in het pand tellen tegen, zodat winkels met woningen erboven in een centrum niet op de lijst komen. Punten, afstanden en zinnen zijn gegevens (resources/signals/bedrijfswoningen.json) die een organisatie kan aanpassen.

Het is een aanwijzing, nooit een oordeel: of een woning een bedrijfswoning is, staat in het omgevingsplan. Waar weinig woningen rondom liggen, telt een plaats als buiten de bebouwde kom. Een voormalige boerderij en een boerderij zonder bedrijfsobject in de BAG zijn niet te onderscheiden: geen van beide komt alleen om het erf op de lijst. Wat studenten- of zorghuisvesting, grootschalig of vergund is, zegt dat in 'uitsluiting', en blijft staan.</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Indications of high certainty</source>
        <translation>Aanwijzingen met hoge zekerheid</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Indications with an explanation in 'uitsluiting'</source>
        <translation>Aanwijzingen met een verklaring in 'uitsluiting'</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Indications with registrations</source>
        <translation>Aanwijzingen met registraties</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Lists homes that may be company dwellings, with points and the evidence of each</source>
        <translation>Geeft woningen die een bedrijfswoning kunnen zijn, met punten en de onderbouwing per woning</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Locaties</source>
        <translation>Locaties</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Outlines of buildings (panden). Empty: those in the file of the BAG, if it has them.</source>
        <translation>Omtrekken van panden. Leeg: die in het bestand van de BAG, als ze daarin staan.</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Points, one per indication. Confidential.</source>
        <translation>Punten, één per aanwijzing. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>Registrations on them</source>
        <translation>Registraties daarop</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>TOP10NL functional areas: a file with all its layers, or one layer. Empty: those in the file of the BAG.</source>
        <translation>Functionele gebieden van TOP10NL: een bestand met al zijn lagen, of één laag. Leeg: die in het bestand van de BAG.</translation>
    </message>
    <message>
        <location filename="processing/bedrijfswoningen.py"/>
        <source>The output of 'rniinlezen'. Without it registrations are unknown; the list is the same.</source>
        <translation>De uitvoer van 'rniinlezen'. Zonder die uitvoer zijn registraties onbekend; de lijst blijft dezelfde.</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses above the norm (indication)</source>
        <translation>Adressen boven de norm (indicatie)</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses of which the capacity can't be told</source>
        <translation>Adressen waarvan de capaciteit niet te bepalen is</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses that may be administrative</source>
        <translation>Adressen die administratief kunnen zijn</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses to assess by hand</source>
        <translation>Adressen om met de hand te beoordelen</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses to which the norm does not apply</source>
        <translation>Adressen waarvoor de norm niet geldt</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Addresses with an explanation in 'uitsluiting'</source>
        <translation>Adressen met een verklaring in 'uitsluiting'</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Compares the registrations on each address with the persons that its floor area has room for</source>
        <translation>Vergelijkt de registraties op elk adres met de personen waarvoor de oppervlakte ruimte heeft</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>For every address with registrations: the capacity (floor area divided by the norm, rounded down), how many are counted for each that there is room for, and what can be said of it. The norm, where it stands and whether residents of a list are added come from the policy of the municipality; without one it is 12 m2 (omgevingsplan, art. 22.16). The capacity at 15 m2, which is advice, stands beside it. Permits, certificates (where the policy requires one) and checks of a list change the points, which are never below 0.

'boven norm (indicatie)' is an indication, which only matters with a possible health risk. Lodging has no norm; a home with another use is to be assessed by hand; where the BAG does not know the floor area the capacity is unknown. Registrations where nobody lives or lodges may be an administrative address. Registrations are not persons present: they are voluntary, not updated, and somebody can be registered as resident too. What is student or care housing, large-scale or permitted says so in 'uitsluiting', and stays.</source>
        <translation>Voor elk adres met registraties: de capaciteit (oppervlakte gedeeld door de norm, naar beneden afgerond), hoeveel er worden geteld voor ieder waarvoor ruimte is, en wat daarover te zeggen is. De norm, waar die staat en of bewoners van een lijst meetellen, komen uit het beleid van de gemeente; zonder beleid wordt gerekend met 12 m2 (bruidsschat, art. 22.16); de gemeente kan een andere norm hebben. De capaciteit bij 15 m2, een advies, staat ernaast. Vergunningen, keurmerken (waar het beleid er een vraagt) en controles van een lijst veranderen de punten, die nooit onder 0 komen.

'boven norm (indicatie)' is een aanwijzing, die alleen telt bij een mogelijk gezondheidsrisico. Logies heeft geen norm; een woning met een ander gebruik is met de hand te beoordelen; waar de BAG de oppervlakte niet kent, is de capaciteit onbekend. Registraties op objecten zonder woon- of logiesfunctie (BAG) kunnen een administratief adres zijn. Registraties zijn geen aanwezige personen: ze zijn vrijwillig, worden niet bijgewerkt, en iemand kan ook als ingezetene zijn ingeschreven. Wat studenten- of zorghuisvesting, grootschalig of vergund is, zegt dat in 'uitsluiting', en blijft staan.</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Occupancy</source>
        <translation>Bezetting</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>Points, one per address with registrations. Confidential.</source>
        <translation>Punten, één per adres met registraties. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/bezetting.py"/>
        <source>The output of 'rniinlezen'.</source>
        <translation>De uitvoer van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>GEMEENTEN lacks {codes}: hexagons that they share are divided equally.</source>
        <translation>GEMEENTEN mist {codes}: gedeelde hexagonen zijn gelijk verdeeld.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>No national border is known: give LANDSGRENS, or areas of BUITENLAND that touch GEMEENTEN. Distances to other countries are unknown.</source>
        <translation>Er is geen landsgrens bekend: geef LANDSGRENS, of gebieden van BUITENLAND die aan GEMEENTEN grenzen. Afstanden tot andere landen zijn onbekend.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>None of the clusters has to do with a border, so nothing is listed.</source>
        <translation>Geen van de clusters heeft met een grens te maken, dus er komt niets op de lijst.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>There are no clusters, so nothing is listed.</source>
        <translation>Er zijn geen clusters, dus er komt niets op de lijst.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>Too few hexagons or addresses to show anything, which is not 'nothing there'.</source>
        <translation>Te weinig hexagonen of adressen om iets te laten zien; dat is iets anders dan 'niets aan de hand'.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>What was counted in the hexagons is unknown: give HEXAGONS for the part of each municipality.</source>
        <translation>Wat in de hexagonen is geteld, is onbekend: geef HEXAGONS voor het deel van elke gemeente.</translation>
    </message>
    <message>
        <location filename="processing/border_report.py"/>
        <source>{n} of {k} clusters: {m} in several municipalities, {near} near a national border.</source>
        <translation>{n} van {k} clusters: {m} in meerdere gemeenten, {near} bij een landsgrens.</translation>
    </message>
    <message>
        <location filename="processing/chain.py"/>
        <source>Municipalities with a delivery: {codes}</source>
        <translation>Gemeenten met een levering: {codes}</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Areas in RD New, with in_regio 1 or 0.</source>
        <translation>Gebieden in RD New, met in_regio 1 of 0.</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Areas kept</source>
        <translation>Bewaarde gebieden</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Areas received</source>
        <translation>Ontvangen gebieden</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Fetch functional areas</source>
        <translation>Functionele gebieden ophalen</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Fetches holiday parks, camping sites, business estates and greenhouse areas of a region</source>
        <translation>Haalt vakantieparken, campings, bedrijventerreinen en kassengebieden van een regio op</translation>
    </message>
    <message>
        <location filename="processing/contextophalen.py"/>
        <source>Fetches the functional areas (functioneel gebied) of TOP10NL that touch the region or its guard zone, as polygons of one or of several parts. TOP10NL is not complete for every kind: a holiday park that is missing there can still exist.</source>
        <translation>Haalt de functionele gebieden van TOP10NL op die de regio of de randzone raken, als vlakken van één of meer delen. TOP10NL is niet voor elke soort compleet: een vakantiepark dat daar ontbreekt, kan toch bestaan.</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>Decisions about addresses that the BAG does not have: rni_correcties.csv in the folder of the project. They are only used where matching finds nothing, and give match_niveau 5.</source>
        <translation>Besluiten over adressen die de BAG niet heeft: rni_correcties.csv in de map van het project. Ze worden alleen gebruikt waar koppelen niets vindt, en geven match_niveau 5.</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>Links by hand</source>
        <translation>Koppelingen met de hand</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>Links by hand that were not used because their BAG object is no longer in use</source>
        <translation>Koppelingen met de hand die niet zijn gebruikt omdat hun BAG-object niet meer in gebruik is</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>Registrations on an address that was linked by hand</source>
        <translation>Registraties op een adres dat met de hand is gekoppeld</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>Rows skipped because a user placed their address outside the region</source>
        <translation>Overgeslagen rijen, omdat een gebruiker hun adres buiten de regio plaatste</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>{n} links by hand were not used: their BAG object is no longer in use.</source>
        <translation>{n} koppelingen met de hand zijn niet gebruikt: hun BAG-object is niet meer in gebruik.</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>{n} registrations were linked by hand.</source>
        <translation>{n} registraties zijn met de hand gekoppeld.</translation>
    </message>
    <message>
        <location filename="processing/correcting.py"/>
        <source>{n} rows are outside the region, as a user decided; they don't count.</source>
        <translation>{n} rijen liggen buiten de regio, zoals een gebruiker besloot; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/counting.py"/>
        <source>{layer} does not say for which municipalities registrations were delivered (table herkomst): those in which it has registrations were taken ({codes}), elsewhere they are unknown.</source>
        <translation>{layer} zegt niet voor welke gemeenten registraties zijn geleverd (tabel herkomst): genomen zijn de gemeenten met registraties ({codes}), elders zijn ze onbekend.</translation>
    </message>
    <message>
        <location filename="processing/counting.py"/>
        <source>{n} of {total} registrations are on addresses that the BAG layer does not have in use: they don't count here.</source>
        <translation>{n} van {total} registraties staan op adressen die de BAG-laag niet in gebruik heeft: ze tellen hier niet mee.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>5 to 11: at 8 a hexagon is about 0.74 km2, each step finer is one seventh of it.</source>
        <translation>5 tot en met 11: bij 8 is een hexagoon ongeveer 0,74 km2, elke stap fijner is een zevende daarvan.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>A table with a row for each municipality: norm, permit duty, living in holiday parks, certificate; in the form of resources/templates/beleid.csv. Empty: the table of your organisation. Without any the norm of the omgevingsplan holds, and all else is unknown.</source>
        <translation>Een tabel met een rij per gemeente: norm, vergunningplicht, wonen in vakantieparken, keurmerk; in de vorm van resources/templates/beleid.csv. Leeg: de tabel van de organisatie. Zonder tabel wordt gerekend met 12 m2 (bruidsschat, art. 22.16); de gemeente kan een andere norm hebben. Al het andere is dan onbekend.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Adds the BRT background map of PDOK; where it is out of reach, the map is shown without it.</source>
        <translation>Voegt de BRT-achtergrondkaart van PDOK toe; waar die niet bereikbaar is, verschijnt de kaart zonder.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>All files (*)</source>
        <translation>Alle bestanden (*)</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Columns (JSON)</source>
        <translation>Kolommen (JSON)</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>H3 resolution</source>
        <translation>H3-resolutie</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Lines, or polygons of countries. The distance is as exact as they are drawn.</source>
        <translation>Lijnen, of vlakken van landen. De afstand is zo precies als ze zijn getekend.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Location lists</source>
        <translation>Locatielijsten</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Municipalities or districts as polygons (name, country, and a density or number of addresses if it is known); addresses or known housing locations as points, or as a table with lon and lat.</source>
        <translation>Gemeenten of districten als vlakken (naam, land, en een dichtheid of aantal adressen als dat bekend is); adressen of bekende huisvestingslocaties als punten, of als tabel met lon en lat.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>National border</source>
        <translation>Landsgrens</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Only if columns are not recognised: {"huisnummer": "Huisnr.", "postcode": "F"}, our field to the name or letter of their column.</source>
        <translation>Alleen als kolommen niet worden herkend: {"huisnummer": "Huisnr.", "postcode": "F"}, ons veld en de naam of letter van de kolom.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Only if the header is not found by itself; counts from 1.</source>
        <translation>Alleen als de kopregel niet vanzelf wordt gevonden; telt vanaf 1.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Other countries</source>
        <translation>Andere landen</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Outlines of buildings (panden), to find complexes with many units. Empty: those in the file of the BAG.</source>
        <translation>Omtrekken van panden, om complexen met veel eenheden te vinden. Leeg: die in het bestand van de BAG.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Outputs of 'lijstinlezen': permits, certificates, vacancy, residents, checks, student housing.</source>
        <translation>Uitvoer van 'lijstinlezen': vergunningen, keurmerken, leegstand, bewoners, controles, studentenhuisvesting.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>PDOK's bag-light.gpkg (all its layers with addresses are used), or one layer with its field names.</source>
        <translation>bag-light.gpkg van PDOK (alle lagen met adressen worden gebruikt), of één laag met die veldnamen.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Parks of an earlier run</source>
        <translation>Parken van een eerdere uitvoering</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Reference date</source>
        <translation>Peildatum</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Row of the header</source>
        <translation>Rij van de kopregel</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>TOP10NL functional areas, to find student housing near a campus. Empty: those in the file of the BAG.</source>
        <translation>Functionele gebieden van TOP10NL, om studentenhuisvesting bij een campus te vinden. Leeg: die in het bestand van de BAG.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>The day on which the delivery was made, as 2026-07-01; today if left empty.</source>
        <translation>De dag waarop de levering is gemaakt, als 2026-07-01; vandaag als het leeg is.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>The delivery: .xlsx, .ods or .csv, with its header on any row and on any sheet.</source>
        <translation>De levering: .xlsx, .ods of .csv, met de kopregel op elke rij en op elk blad.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>The layer vakantieparken of another date: a park that mostly lies in one of then keeps its park_id.</source>
        <translation>De laag vakantieparken van een andere peildatum: een park dat grotendeels in een park van toen ligt, houdt zijn park_id.</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <location filename="processing/declare.py"/>
        <source>Title of the project and of the layout.</source>
        <translation>Titel van het project en van de lay-out.</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Codes, separated by commas. Empty: those that the delivery names (16.09.10) or has addresses in.</source>
        <translation>Codes, gescheiden door komma's. Leeg: die de levering noemt (16.09.10) of waar ze adressen heeft.</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>If fewer registrations are matched with the BAG, no map is made: it would mislead.</source>
        <translation>Worden minder registraties aan de BAG gekoppeld, dan wordt geen kaart gemaakt: die zou misleiden.</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Instead of RNI: outputs of 'rniinlezen', one for the delivery of each municipality, all of one reference date. Layers that have an address in common are refused: it would count double.</source>
        <translation>In plaats van RNI: uitvoer van 'rniinlezen', één voor de levering van elke gemeente, allemaal van één peildatum. Lagen met een gemeenschappelijk adres worden geweigerd: dat zou dubbel tellen.</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Lowest matched share (percent)</source>
        <translation>Laagste gekoppelde aandeel (procent)</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Map of an earlier date</source>
        <translation>Kaart van een eerdere peildatum</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Municipalities with a delivery</source>
        <translation>Gemeenten met een levering</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>The workspace that 'regiobeeld' made of an earlier date of this region. Both dates are then compared as 'verplaatsing' does, without a treated area: how the number of addresses changed in each municipality. Where they can't be compared the map is made without the change, and a warning says why.</source>
        <translation>Het werkbestand dat 'regiobeeld' van een eerdere peildatum van deze regio heeft gemaakt. De twee peildata worden dan vergeleken zoals 'verplaatsing' dat doet, zonder gebied met maatregel: hoe het aantal adressen in elke gemeente veranderde. Zijn ze niet te vergelijken, dan komt de kaart er zonder de verandering, en zegt een waarschuwing waarom.</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>Unmatched addresses</source>
        <translation>Niet-gekoppelde adressen</translation>
    </message>
    <message>
        <location filename="processing/declare_region.py"/>
        <source>With ADDRESSES: the lists of unmatched addresses that belong to them (OUTPUT_UNMATCHED of 'rniinlezen'). A list in the same file as its addresses is found by itself.</source>
        <translation>Bij ADDRESSES: de lijsten met niet-gekoppelde adressen die erbij horen (OUTPUT_UNMATCHED van 'rniinlezen'). Een lijst in hetzelfde bestand als de adressen wordt vanzelf gevonden.</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>A file with addresses to try before anybody uses them, in the form of resources/services.json.</source>
        <translation>Een bestand met adressen om te proberen voordat iemand ze gebruikt, in de vorm van resources/services.json.</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>A row per service.</source>
        <translation>Een rij per dienst.</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Asks every service of the catalogue for one object and tells whether it answers, how long that took, whether it moved or changed its fields, and what to do. An organisation can give other addresses in a JSON file, named by the environment variable ARBEIDSMIGRATIE_SERVICES or the setting arbeidsmigratie/services.</source>
        <translation>Vraagt elke dienst van de catalogus om één object en zegt of de dienst antwoordt, hoe lang dat duurde, of hij is verhuisd of andere velden heeft, en wat te doen. Een organisatie kan andere adressen geven in een JSON-bestand, aangewezen door de omgevingsvariabele ARBEIDSMIGRATIE_SERVICES of de instelling arbeidsmigratie/services.</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Check the services</source>
        <translation>Diensten controleren</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Checks whether the services of the catalogue answer and still have the fields that are needed</source>
        <translation>Controleert of de diensten van de catalogus antwoorden en de velden nog hebben die nodig zijn</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Other addresses</source>
        <translation>Andere adressen</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Services in order</source>
        <translation>Diensten in orde</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>Services with a problem</source>
        <translation>Diensten met een probleem</translation>
    </message>
    <message>
        <location filename="processing/dienstencontrole.py"/>
        <source>{n} of {all} services are in order</source>
        <translation>{n} van {all} diensten zijn in orde</translation>
    </message>
    <message>
        <location filename="processing/displacement_report.py"/>
        <source>Comparability: {reasons}</source>
        <translation>Vergelijkbaarheid: {reasons}</translation>
    </message>
    <message>
        <location filename="processing/displacement_report.py"/>
        <source>The control is {one:.1f} times as large as the treated area and {two:.1f} times as the ring: {how}.</source>
        <translation>Het vergelijkingsgebied is {one:.1f} keer zo groot als het gebied met maatregel en {two:.1f} keer zo groot als de ring: {how}.</translation>
    </message>
    <message>
        <location filename="processing/displacement_report.py"/>
        <source>growth alone makes a WDD then; WEIGHTS 'eerste telling' brings them to one size</source>
        <translation>gewone groei geeft dan al een WDD; WEIGHTS 'eerste telling' brengt ze op één grootte</translation>
    </message>
    <message>
        <location filename="processing/displacing.py"/>
        <source>Comparability uncertain: {reason}.</source>
        <translation>Vergelijkbaarheid onzeker: {reason}.</translation>
    </message>
    <message>
        <location filename="processing/displacing.py"/>
        <source>polygons take the place of TREATED and RING, and need addresses or hexagons</source>
        <translation>vlakken nemen de plaats in van TREATED en RING, en hebben adressen of hexagonen nodig</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>A new ledger is started for series '{series}': {file}. Keep it, and back it up.</source>
        <translation>Er is een nieuw grootboek begonnen voor reeks '{series}': {file}. Bewaar het, en maak er een back-up van.</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>The secret of the series is in a file of the profile; a master password in QGIS would encrypt it.</source>
        <translation>De geheime sleutel van de reeks staat in een bestand van het profiel; een hoofdwachtwoord in QGIS zou hem versleutelen.</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>The web map is left out: its map library is not built (make setup).</source>
        <translation>De webkaart is weggelaten: de kaartbibliotheek is niet gebouwd (make setup).</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>This profile has other ledgers ({files}): exports in those are not looked at here. If they are of the same registrations, go on with that series: maps of two series can be subtracted from each other.</source>
        <translation>Dit profiel heeft andere grootboeken ({files}): exports daarin zijn hier niet bekeken. Gaan ze over dezelfde registraties, ga dan verder met die reeks: kaarten van twee reeksen zijn van elkaar af te trekken.</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>{n} of the numbers are repeated from an earlier date: too little changed to renew them safely.</source>
        <translation>{n} van de getallen zijn herhaald van een eerdere peildatum: er veranderde te weinig om ze veilig te vernieuwen.</translation>
    </message>
    <message>
        <location filename="processing/export_report.py"/>
        <source>{regions} regions with {percent:.1f} % of the registrations; what is not published is unknown.</source>
        <translation>{regions} gebieden met {percent:.1f} % van de registraties; wat niet is gepubliceerd, is onbekend.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>An area for each group that too much is known of.</source>
        <translation>Een gebied voor elke groep waarvan te veel bekend is.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Areas with a number or a withheld number</source>
        <translation>Gebieden met een getal of een weggelaten getal</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Check what packages give away</source>
        <translation>Controleren wat pakketten weggeven</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Computes what an attacker could learn from one or more packages together</source>
        <translation>Berekent wat een aanvaller uit een of meer pakketten samen te weten kan komen</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Delen</source>
        <translation>Delen</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Empty: what the certificate says, or 10 or 5 if all numbers are multiples of it; 1 for exact numbers.</source>
        <translation>Leeg: wat het certificaat zegt, of 10 of 5 als alle getallen daar een veelvoud van zijn; 1 voor precieze getallen.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Field with the count</source>
        <translation>Veld met het aantal</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>GeoPackages or other files with areas, or the folders that they are in; a layer as path|layername=name.</source>
        <translation>GeoPackages of andere bestanden met gebieden, of de mappen waar ze in staan; een laag als pad|layername=naam.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Groups known exactly</source>
        <translation>Precies bekende groepen</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Groups that were attacked</source>
        <translation>Aangevallen groepen</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Ledger</source>
        <translation>Grootboek</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Lowest number published</source>
        <translation>Laagste gepubliceerde getal</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Numbers are multiples of</source>
        <translation>Getallen zijn een veelvoud van</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Of packages of other tools. Empty: a field with a name such as waarde, aantal or count, or the only one with numbers.</source>
        <translation>Van pakketten van andere programma's. Leeg: een veld met een naam zoals waarde, aantal of count, of het enige met getallen.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Of these groups those that truly are unsafe, by the ledger</source>
        <translation>Van deze groepen die welke volgens het grootboek werkelijk onveilig zijn</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Only the data owner has it: the ledger that the exports were written in.</source>
        <translation>Alleen de eigenaar van de gegevens heeft het: het grootboek waarin de exports staan.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Other groups known to within less than 10</source>
        <translation>Andere groepen die tot minder dan 10 bekend zijn</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Packages</source>
        <translation>Pakketten</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Packages past their last day of use</source>
        <translation>Pakketten na hun laatste dag van gebruik</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Packages read</source>
        <translation>Gelezen pakketten</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Packages that are not in the ledger</source>
        <translation>Pakketten die niet in het grootboek staan</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Packages that were changed since they were exported</source>
        <translation>Pakketten die sinds de export zijn gewijzigd</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Small numbers that were published</source>
        <translation>Gepubliceerde kleine getallen</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Takes packages as a stranger would, by nothing but their files, and computes what they give away together: packages of 'heatmapexport', or layers of any other tool with areas and a count (hexagons, squares, municipalities). The areas cut each other into pieces; of each piece, each withheld number, each difference of two areas and each total less its parts the least and the most that it can be is computed, with whole numbers.

Too much is known where a group that was not published has a most below the threshold (10 if that is not known) and fewer than 10 possible numbers: EXACT counts those with just one, above zero, NARROW the others. A number that was published on purpose counts only if it lies below the threshold (SMALL).

Verdict: 'niet veilig' if anything is found; 'niet te beoordelen' if the packages contradict each other or time ran out; else 'veilig'. That is no proof for what is not in these files: who has more of them knows more. Maps of different reference dates are not mixed; what changes between dates give away is guarded by 'heatmapexport'.

NULL and negative codes are withheld numbers. Where a map of another tool shows which numbers are withheld and THRESHOLD is given, nobody is taken to be where it shows nothing, unless other maps contradict that. Areas of other tools are compared by samples, at most two million: pieces narrower than their distance can be missed. With LEDGER the data owner also learns whether the packages are as they left, whether they have expired, and which groups truly are unsafe.</source>
        <translation>Neemt pakketten zoals een vreemde dat zou doen, met niets dan hun bestanden, en berekent wat ze samen weggeven: pakketten van 'heatmapexport', of lagen van een ander programma met gebieden en een aantal (hexagonen, vierkanten, gemeenten). De gebieden snijden elkaar in stukken; van elk stuk, elk weggelaten getal, elk verschil van twee gebieden en elk totaal min de delen wordt met gehele getallen berekend hoeveel het minstens en hoogstens kan zijn.

Er is te veel bekend als een groep die niet is gepubliceerd hoogstens onder de drempel uitkomt (10 als die niet bekend is) en minder dan 10 mogelijke getallen heeft: EXACT telt die met precies één, boven nul, NARROW de andere. Een getal dat met opzet is gepubliceerd, telt alleen als het onder de drempel ligt (SMALL).

Uitkomst: 'niet veilig' als er iets is gevonden; 'niet te beoordelen' als de pakketten elkaar tegenspreken of de tijd op was; anders 'veilig'. Dat is geen bewijs voor wat niet in deze bestanden staat: wie er meer heeft, weet meer. Kaarten van verschillende peildata worden niet gemengd; wat veranderingen tussen peildata weggeven, bewaakt 'heatmapexport'.

NULL en negatieve codes zijn weggelaten getallen. Waar een kaart van een ander programma laat zien welke getallen zijn weggelaten en THRESHOLD is gegeven, wordt aangenomen dat er niemand is waar de kaart niets toont, tenzij andere kaarten dat tegenspreken. Gebieden van andere programma's worden met steekproeven vergeleken, hoogstens twee miljoen: stukken die smaller zijn dan de afstand daartussen kunnen worden gemist. Met LEDGER ziet de eigenaar van de gegevens ook of de pakketten nog zijn zoals ze vertrokken, of ze zijn verlopen, en welke groepen werkelijk onveilig zijn.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>The rule of the maker, as far as the reader knows it: withheld numbers are 1 to one less. Empty: what the certificate says.</source>
        <translation>De regel van de maker, voor zover de lezer die kent: weggelaten getallen zijn 1 tot één minder. Leeg: wat het certificaat zegt.</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>What was learnt</source>
        <translation>Wat eruit af te leiden is</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Why, and what is to be known of each package, in Dutch</source>
        <translation>Waarom, en wat er van elk pakket te weten is, in het Nederlands</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>Width of the narrowest interval of what was not published; empty without limit</source>
        <translation>Breedte van het smalste interval van wat niet is gepubliceerd; leeg zonder grens</translation>
    </message>
    <message>
        <location filename="processing/exportcontrole.py"/>
        <source>veilig, niet veilig or niet te beoordelen</source>
        <translation>veilig, niet veilig of niet te beoordelen</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>An earlier run was not finished; this one goes on where it was.</source>
        <translation>Een eerdere uitvoering was niet klaar; deze gaat verder waar die was.</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>What came in is kept for a day: run again to go on where this run stopped.</source>
        <translation>Wat binnenkwam wordt een dag bewaard: voer het opnieuw uit om verder te gaan waar deze uitvoering stopte.</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>it holds {others} too, which would be lost; move it or choose another folder</source>
        <translation>er staan ook {others} in, die verloren zouden gaan; verplaats het of kies een andere map</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>{file} is there already and is used again; ask for fresh data with REFRESH.</source>
        <translation>{file} is er al en wordt opnieuw gebruikt; vraag verse gegevens met REFRESH.</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>{km2:.0f} km2 of the guard zone lies in no Dutch municipality: what is there is unknown, not zero.</source>
        <translation>{km2:.0f} km2 van de randzone ligt in geen Nederlandse gemeente: wat daar is, is onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="processing/fetching.py"/>
        <source>{layer}: {n}, used again</source>
        <translation>{layer}: {n}, opnieuw gebruikt</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>Only {percent:.1f} % of the registrations were matched: look at the unmatched addresses first.</source>
        <translation>Maar {percent:.1f} % van de registraties is gekoppeld: bekijk eerst de niet-gekoppelde adressen.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>Which share of the registrations was matched is unknown.</source>
        <translation>Welk aandeel van de registraties is gekoppeld, is onbekend.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{layer} says that only {percent:.1f} % of its registrations were matched.</source>
        <translation>{layer} zegt dat maar {percent:.1f} % van de registraties is gekoppeld.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{lists} lists of unmatched addresses for {layers} layers: give the others as UNMATCHED.</source>
        <translation>{lists} lijsten met niet-gekoppelde adressen voor {layers} lagen: geef de andere als UNMATCHED.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{n} addresses have no BAG identifier or no whole number of registrations; they don't count.</source>
        <translation>{n} adressen hebben geen BAG-identificatie of geen geheel aantal registraties; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{n} registrations are of a municipality outside the region; they don't count.</source>
        <translation>{n} registraties zijn van een gemeente buiten de regio; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{n} registrations are on addresses that this BAG does not have in use; they went to the unmatched addresses.</source>
        <translation>{n} registraties staan op adressen die deze BAG niet in gebruik heeft; ze zijn naar de niet-gekoppelde adressen gegaan.</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{n} registrations on {addresses} addresses, of {layers} layers</source>
        <translation>{n} registraties op {addresses} adressen, uit {layers} lagen</translation>
    </message>
    <message>
        <location filename="processing/gathered_report.py"/>
        <source>{one} and {other} both say that they are for {n} of the same municipalities: {codes}.</source>
        <translation>{one} en {other} zeggen allebei dat ze voor {n} dezelfde gemeenten zijn: {codes}.</translation>
    </message>
    <message>
        <location filename="processing/gebiedenophalen.py"/>
        <source>Fetch municipalities</source>
        <translation>Gemeenten ophalen</translation>
    </message>
    <message>
        <location filename="processing/gebiedenophalen.py"/>
        <source>Fetches municipal boundaries from PDOK and keeps those of the region (in_regio = 1) and those that the guard zone touches (in_regio = 0). A municipality that was merged is named in the message with its successor. Across the national border there are no Dutch municipalities: what lies there is unknown, not zero.</source>
        <translation>Haalt gemeentegrenzen op bij PDOK en bewaart die van de regio (in_regio = 1) en die de randzone raakt (in_regio = 0). Een gemeente die is samengevoegd, staat in het bericht met haar opvolger. Over de landsgrens zijn er geen Nederlandse gemeenten: wat daar ligt is onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="processing/gebiedenophalen.py"/>
        <source>Fetches the municipalities of a region and those in its guard zone</source>
        <translation>Haalt de gemeenten van een regio en die in de randzone op</translation>
    </message>
    <message>
        <location filename="processing/gebiedenophalen.py"/>
        <source>Municipalities in RD New, with in_regio 1 or 0.</source>
        <translation>Gemeenten in RD New, met in_regio 1 of 0.</translation>
    </message>
    <message>
        <location filename="processing/gebiedenophalen.py"/>
        <source>Municipalities in the guard zone</source>
        <translation>Gemeenten in de randzone</translation>
    </message>
    <message>
        <location filename="processing/given.py"/>
        <source>UNMATCHED goes with ADDRESSES</source>
        <translation>UNMATCHED hoort bij ADDRESSES</translation>
    </message>
    <message>
        <location filename="processing/given.py"/>
        <source>both are given</source>
        <translation>beide zijn gegeven</translation>
    </message>
    <message>
        <location filename="processing/given.py"/>
        <source>neither is given</source>
        <translation>geen van beide is gegeven</translation>
    </message>
    <message>
        <location filename="processing/granting.py"/>
        <source>The sharing matrix allows this recipient {days} days: valid until {last}, not {asked}.</source>
        <translation>De deelmatrix geeft deze ontvanger {days} dagen: geldig tot en met {last}, niet {asked}.</translation>
    </message>
    <message>
        <location filename="processing/granting.py"/>
        <source>a raster</source>
        <translation>een raster</translation>
    </message>
    <message>
        <location filename="processing/granting.py"/>
        <source>that map has classes and no numbers to smooth; leave RASTER out</source>
        <translation>die kaart heeft klassen en geen getallen om vloeiend te tonen; laat RASTER weg</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>A row for each cluster and municipality.</source>
        <translation>Een rij per cluster en gemeente.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters across borders</source>
        <translation>Clusters over grenzen</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters are found on the region as one surface, by 'hotspots' (its hexagons or its clusters) or, if plain hexagons are given, here with the ring test. Listed are those with objects of two or more municipalities in their hexagons, and those within DISTANCE of a national border.

Per municipality: its part of the addresses with registrations, and whether it alone would have seen the cluster: the same ring test on nothing but its own hexagons, with its own share. A hexagon with objects of several municipalities is divided by its area in each, since nobody knows from a hexagon how its counts divide. With POLICY also what these municipalities decided differently.

The national border is LANDSGRENS; without it, the outer edge of GEMEENTEN where areas of BUITENLAND lie against it; without these no distance is known. Across the border registrations are unknown, never zero. Addresses or known housing locations in BUITENLAND give a density within DISTANCE as context, which is never added in; a foreign area without a location within DISTANCE counts as unknown.

A cluster is an indication for a conversation between municipalities, never a verdict.</source>
        <translation>Clusters worden gevonden op de regio als één geheel, door 'hotspots' (de hexagonen of de clusters daarvan) of, bij gewone hexagonen, hier met de ringtoets. Op de lijst komen clusters met objecten van twee of meer gemeenten in hun hexagonen, en clusters binnen DISTANCE van een landsgrens.

Per gemeente: haar deel van de adressen met registraties, en of zij het cluster alleen had gezien: dezelfde ringtoets op niets dan haar eigen hexagonen, met haar eigen aandeel. Een hexagoon met objecten van meerdere gemeenten wordt verdeeld naar de oppervlakte in elk, omdat uit een hexagoon niet blijkt hoe de aantallen zijn verdeeld. Met POLICY ook wat deze gemeenten anders hebben besloten.

De landsgrens is LANDSGRENS; zonder die laag de buitenrand van GEMEENTEN waar gebieden van BUITENLAND ertegenaan liggen; zonder beide is geen afstand bekend. Over de grens zijn registraties onbekend, nooit nul. Adressen of bekende huisvestingslocaties in BUITENLAND geven binnen DISTANCE een dichtheid als context, die nooit wordt meegeteld; een buitenlands gebied zonder locatie binnen DISTANCE telt als onbekend.

Een cluster is een aanwijzing voor een gesprek tussen gemeenten, nooit een oordeel.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters in the region</source>
        <translation>Clusters in de regio</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters in two or more municipalities</source>
        <translation>Clusters in twee of meer gemeenten</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters near a national border</source>
        <translation>Clusters bij een landsgrens</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters that have to do with a border</source>
        <translation>Clusters die met een grens te maken hebben</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Clusters that none of their municipalities alone would have seen</source>
        <translation>Clusters die geen van hun gemeenten alleen had gezien</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Distance (m)</source>
        <translation>Afstand (m)</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>False discovery rate</source>
        <translation>Aandeel fout-positieven (FDR)</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>From the edge of a cluster: up to which a national border is near, and is looked across.</source>
        <translation>Vanaf de rand van een cluster: tot waar een landsgrens dichtbij is, en tot waar erover wordt gekeken.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Hexagons of the clusters</source>
        <translation>Hexagonen van de clusters</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Hexagons or clusters</source>
        <translation>Hexagonen of clusters</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Hexagons or clusters of 'hotspots', hexagons of 'h3aggregeren', or a workspace.</source>
        <translation>Hexagonen of clusters van 'hotspots', hexagonen van 'h3aggregeren', of een werkbestand.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Lists clusters that lie in several municipalities, or near the German or Belgian border</source>
        <translation>Geeft clusters die in meerdere gemeenten liggen, of bij de Duitse of Belgische grens</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Municipalities in these clusters</source>
        <translation>Gemeenten in deze clusters</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Of the ring test; of hot spots that were found before, what their file says.</source>
        <translation>Van de ringtoets; van hotspots die eerder zijn gevonden, wat hun bestand zegt.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>One for each cluster, the strongest first.</source>
        <translation>Eén per cluster, het sterkste eerst.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Polygons with a code, as 'gebiedenophalen' makes; in_regio says which are the region.</source>
        <translation>Vlakken met een code, zoals 'gebiedenophalen' maakt; in_regio zegt welke de regio zijn.</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>Rings</source>
        <translation>Ringen</translation>
    </message>
    <message>
        <location filename="processing/grensclusters.py"/>
        <source>With clusters as INPUT: the hexagons they were found in, for the part of each municipality. Empty: those in the same file.</source>
        <translation>Met clusters als INPUT: de hexagonen waarin ze zijn gevonden, voor het deel van elke gemeente. Leeg: die in hetzelfde bestand.</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>BAG objects in DWELLINGS</source>
        <translation>BAG-objecten in DWELLINGS</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>Give PEILDATUM, the day on which the delivery was made.</source>
        <translation>Geef PEILDATUM, de dag waarop de levering is gemaakt.</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>Without DWELLINGS the homes are unknown: more addresses are asked of each region.</source>
        <translation>Zonder DWELLINGS zijn de woningen onbekend: van elk gebied worden meer adressen gevraagd.</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>code {code} occurs more than once in {layer}; give one area for each municipality</source>
        <translation>code {code} komt meer dan één keer voor in {layer}; geef één gebied per gemeente</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>give municipalities with a code, or a WORKSPACE with them</source>
        <translation>geef gemeenten met een code, of een WORKSPACE waar ze in staan</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>give the output of 'rniinlezen', or a WORKSPACE</source>
        <translation>geef de uitvoer van 'rniinlezen', of een WORKSPACE</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>one area per municipality</source>
        <translation>één gebied per gemeente</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>{layer} has the field {field} of addresses with registrations; give the BAG itself</source>
        <translation>{layer} heeft het veld {field} van adressen met registraties; geef de BAG zelf</translation>
    </message>
    <message>
        <location filename="processing/ground.py"/>
        <source>{n} points did not count: outside the municipalities, without a place, or without a whole number of registrations from 1 to {most}.</source>
        <translation>{n} punten telden niet mee: buiten de gemeenten, zonder plaats, of zonder een geheel aantal registraties van 1 tot en met {most}.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Aggregate to H3 hexagons</source>
        <translation>Samenvatten in H3-hexagonen</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Codes, separated by commas, of the municipalities for which registrations were delivered; elsewhere they are unknown. Empty: those that 'rniinlezen' found in the delivery, else those with addresses.</source>
        <translation>Codes, gescheiden door komma's, van de gemeenten waarvoor registraties zijn geleverd; elders zijn ze onbekend. Leeg: die 'rniinlezen' in de levering vond, anders die met adressen.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Counts addresses with registrations and BAG objects per H3 hexagon</source>
        <translation>Telt adressen met registraties en BAG-objecten per H3-hexagoon</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Counts per H3 hexagon the addresses with registrations, the registrations and the BAG objects in use, and gives the share of addresses with registrations, also drawn towards the overall share where there are few objects (empirical Bayes, Marshall 1991), the true area of the hexagon and the municipalities with objects in it. Points are indexed directly at the resolution asked; objects without geometry are skipped and counted.

Without BAG objects the homes are unknown, not zero. Where no registrations were delivered (COVERED) the registrations are unknown, not zero; in a hexagon on the edge of that area the share goes by the BAG objects inside it.</source>
        <translation>Telt per H3-hexagoon de adressen met registraties, de registraties en de BAG-objecten in gebruik, en geeft het aandeel adressen met registraties, ook naar het gemiddelde getrokken waar weinig objecten zijn (empirical Bayes, Marshall 1991), de ware oppervlakte van de hexagoon en de gemeenten met objecten erin. Punten worden rechtstreeks op de gevraagde resolutie ingedeeld; objecten zonder geometrie worden overgeslagen en geteld.

Zonder BAG-objecten zijn de woningen onbekend, niet nul. Waar geen registraties zijn geleverd (COVERED), zijn ze onbekend, niet nul; in een hexagoon op de rand van dat gebied gaat het aandeel over de BAG-objecten daarbinnen.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Field with registrations</source>
        <translation>Veld met registraties</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Hexagons in RD New, with their style in the GeoPackage.</source>
        <translation>Hexagonen in RD New, met hun stijl in het GeoPackage.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Kaart</source>
        <translation>Kaart</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Number of registrations per address; empty counts every point as one.</source>
        <translation>Aantal registraties per adres; leeg telt elk punt als één.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Points, one per address, for example the output of 'rniinlezen'.</source>
        <translation>Punten, één per adres, bijvoorbeeld de uitvoer van 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="processing/h3aggregeren.py"/>
        <source>Polygons with a code; without them the codes that the objects carry are used.</source>
        <translation>Vlakken met een code; zonder deze laag worden de codes gebruikt die de objecten hebben.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Codes or names of municipalities, separated by commas. Empty: those of the delivery, else all with homes.</source>
        <translation>Codes of namen van gemeenten, gescheiden door komma's. Leeg: die van de levering, anders alle met woningen.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Entry of the ledger that holds this export</source>
        <translation>Regel van het grootboek waarin deze export staat</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Export a heatmap for a partner</source>
        <translation>Heatmap voor een partner exporteren</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Field with the provider</source>
        <translation>Veld met de aanbieder</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Makes a package for a partner from which no person, household or address can be recovered</source>
        <translation>Maakt een pakket voor een partner, getoetst op herleidbaarheid tot personen, huishoudens en adressen</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Number of registrations per address.</source>
        <translation>Aantal registraties per adres.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Numbers repeated from an earlier date; for the data owner only</source>
        <translation>Getallen herhaald van een eerdere peildatum; alleen voor de eigenaar van de gegevens</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Points that did not count</source>
        <translation>Punten die niet meetelden</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Points, one per address: the output of 'rniinlezen'. Or give WORKSPACE.</source>
        <translation>Punten, één per adres: de uitvoer van 'rniinlezen'. Of geef WORKSPACE.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Polygons with a code and a name. Empty: those in WORKSPACE.</source>
        <translation>Vlakken met een code en een naam. Leeg: die in WORKSPACE.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Published regions</source>
        <translation>Gepubliceerde gebieden</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Region</source>
        <translation>Regio</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Rounds in which regions were merged upward</source>
        <translation>Rondes waarin gebieden zijn samengevoegd</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Share of the registrations that is published (percent); for the data owner only</source>
        <translation>Aandeel van de registraties dat is gepubliceerd (procent); alleen voor de eigenaar van de gegevens</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Sum of the published numbers</source>
        <translation>Som van de gepubliceerde getallen</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>The GeoPackage of 'regiobeeld': its addresses, and its municipalities if GEMEENTEN is left empty.</source>
        <translation>Het GeoPackage van 'regiobeeld': de adressen daarvan, en de gemeenten als GEMEENTEN leeg is.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Turns counts per address into regions that are safe to share: hexagons with enough registrations on enough addresses among enough homes, in which no location stands out; the unsafe rest of each larger hexagon is pooled. Numbers are rounded to 5. Before anything is written an attacker who has all earlier exports of the series, and those of every other recipient, is played against it; regions that would give away too much are merged upward, and if that does not help nothing is exported.

The package holds a GeoPackage, a map project, a picture, a PDF, a web map, a certificate and a README. What is not published is unknown, not zero.

The LEDGER remembers all exports of a SERIES: keep it with the data owner, and back it up. The regions of a series are frozen, never cut anew. A number is only renewed when its change is safe too; else the earlier one is repeated, and nothing says which.</source>
        <translation>Maakt van aantallen per adres gebieden die veilig te delen zijn: hexagonen met genoeg registraties op genoeg adressen tussen genoeg woningen, waarin geen locatie eruit springt; de onveilige rest van elke grotere hexagoon wordt samengevoegd. Getallen worden afgerond op 5. Voordat er iets wordt geschreven, wordt nagespeeld wat een aanvaller kan met alle eerdere exports van de reeks en die van alle andere ontvangers; gebieden die te veel zouden weggeven worden samengevoegd, en als dat niet helpt wordt niets geëxporteerd.

Het pakket bevat een GeoPackage, een kaartproject, een afbeelding, een PDF, een webkaart, een certificaat en een leesmij-bestand. Wat niet is gepubliceerd, is onbekend, niet nul.

Het LEDGER onthoudt alle exports van een SERIES: bewaar het bij de eigenaar van de gegevens, en maak er een back-up van. De gebieden van een reeks liggen vast en worden nooit opnieuw ingedeeld. Een getal wordt alleen vernieuwd als ook de verandering veilig is; anders wordt het eerdere herhaald, en nergens staat welk getal dat is.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Unsafe groups that the attacker tried</source>
        <translation>Onveilige groepen die de aanvaller probeerde</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Who offers the housing, where known: several addresses of one provider are protected as one.</source>
        <translation>Wie de huisvesting aanbiedt, als dat bekend is: meerdere adressen van één aanbieder worden als één beschermd.</translation>
    </message>
    <message>
        <location filename="processing/heatmapexport.py"/>
        <source>Width of the narrowest interval that an attacker is left with</source>
        <translation>Breedte van het smalste interval dat een aanvaller overhoudt</translation>
    </message>
    <message>
        <location filename="processing/heatmapsamenvoegen.py"/>
        <source>For a region without a central file of registrations: each municipality runs 'heatmapexport' with the same series, resolution and reference date, and gives its package to the coordinator. This puts their published regions on one map and makes one package of it. A hexagon on a border stays split between municipalities.

Packages of another series, date or grid, of the same municipality, or past their date are refused.</source>
        <translation>Voor een regio zonder centraal bestand met registraties: elke gemeente voert 'heatmapexport' uit met dezelfde reeks, resolutie en peildatum, en geeft haar pakket aan de coördinator. Dit brengt de gepubliceerde gebieden op één kaart en maakt er één pakket van. Een hexagoon op een grens blijft verdeeld tussen gemeenten.

Pakketten van een andere reeks, peildatum of een ander raster, van dezelfde gemeente, of na hun laatste dag worden geweigerd.</translation>
    </message>
    <message>
        <location filename="processing/heatmapsamenvoegen.py"/>
        <source>Makes one package of those that municipalities made themselves, each with its own ledger</source>
        <translation>Maakt één pakket van pakketten die gemeenten zelf maakten, elk met een eigen grootboek</translation>
    </message>
    <message>
        <location filename="processing/heatmapsamenvoegen.py"/>
        <source>Merge packages of municipalities</source>
        <translation>Pakketten van gemeenten samenvoegen</translation>
    </message>
    <message>
        <location filename="processing/heatmapsamenvoegen.py"/>
        <source>The .gpkg of each package with its other files beside it, or the folders that they are in.</source>
        <translation>Het .gpkg-bestand van elk pakket met de andere bestanden ernaast, of de mappen waar ze in staan.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Around half of the hexagons fewer than {n:.1f} addresses are expected, so that only what is very unusual shows: take a coarser resolution or more RINGS.</source>
        <translation>Rond de helft van de hexagonen worden minder dan {n:.1f} adressen verwacht, zodat alleen het zeer ongewone blijkt: neem een grovere resolutie of meer RINGS.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Clusters that other grids show too</source>
        <translation>Clusters die ook op andere rasters blijken</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Hexagons of the region</source>
        <translation>Hexagonen van de regio</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Hexagons that were tested</source>
        <translation>Getoetste hexagonen</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Hexagons with more than expected</source>
        <translation>Hexagonen met meer dan verwacht</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Hexagons with surroundings without data</source>
        <translation>Hexagonen met een omgeving zonder gegevens</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Hexagons without a delivery: unknown</source>
        <translation>Hexagonen zonder levering: onbekend</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>How many times hot spots were looked for in this region at this date, this time included</source>
        <translation>Hoe vaak in deze regio op deze peildatum naar hotspots is gezocht, deze keer meegeteld</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>No hexagon has an object of {codes}.</source>
        <translation>Geen hexagoon heeft een object van {codes}.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>POINTS and DWELLINGS hold other addresses than the hexagons: are they of one date?</source>
        <translation>POINTS en DWELLINGS bevatten andere adressen dan de hexagonen: zijn ze van dezelfde datum?</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>The grid of resolution {n} has more hexagons than the permutations can serve at this false discovery rate: it is not known whether the findings show there too.</source>
        <translation>Het raster van resolutie {n} heeft meer hexagonen dan de permutaties aankunnen bij dit aandeel fout-positieven (FDR): onbekend is of de signaleringen ook daar blijken.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>The tails of the normal distribution are too thin for such data: many maps without any cluster show one. Compare with ring_poisson.</source>
        <translation>De staarten van de normale verdeling zijn te dun voor zulke gegevens: veel kaarten zonder enig cluster tonen er toch een. Vergelijk met ring_poisson.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>These hexagons have no BAG objects, so nothing can be expected: the result only describes.</source>
        <translation>Deze hexagonen hebben geen BAG-objecten, dus er is niets te verwachten: het resultaat beschrijft alleen.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>This is run {n} on this region and reference date. Every other grid or setting that is tried adds to the chance of a false finding; the runs are counted in herkomst.</source>
        <translation>Dit is keer {n} voor deze regio en peildatum. Elk ander raster en elke andere instelling die wordt geprobeerd, vergroot de kans op een fout-positieve signalering; het aantal keren staat in herkomst.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>Too few hexagons or addresses to show anything: none is tested, which is not 'nothing there'.</source>
        <translation>Te weinig hexagonen of adressen om iets te laten zien: er is niets getoetst; dat is iets anders dan 'niets aan de hand'.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>gi_star asks whether high shares lie together: one high hexagon by itself does not show.</source>
        <translation>gi_star vraagt of hoge aandelen bij elkaar liggen: één hoge hexagoon op zichzelf blijkt niet.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>{n} addresses with registrations lie in hexagons without homes: they take no part in the test.</source>
        <translation>{n} adressen met registraties liggen in hexagonen zonder woningen: ze doen niet mee aan de toets.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>{n} hexagons have a number of addresses that can't be used: unknown.</source>
        <translation>{n} hexagonen hebben een aantal adressen dat niet te gebruiken is: onbekend.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>{n} hexagons have more addresses with registrations than homes: is the BAG of the same date?</source>
        <translation>{n} hexagonen hebben meer adressen met registraties dan woningen: is de BAG van dezelfde datum?</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>{n} hexagons have no delivery: unknown, not zero.</source>
        <translation>{n} hexagonen hebben geen levering: onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_reports.py"/>
        <source>{tests} tests at a false discovery rate of {fdr:g}: {n} hexagons, {k} clusters.</source>
        <translation>{tests} toetsen bij een aandeel fout-positieven (FDR) van {fdr:g}: {n} hexagonen, {k} clusters.</translation>
    </message>
    <message>
        <location filename="processing/hotspot_steps.py"/>
        <source>codes only; give GEMEENTEN for names</source>
        <translation>alleen codes; geef GEMEENTEN voor namen</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Compares the addresses with registrations in each hexagon and the RINGS around it with what the homes there explain, were the share the same everywhere. Addresses are counted, not persons: persons at one address are not independent of each other.

ring_poisson: exact, one-sided (binomial where more than 5 % of the homes have registrations). gi_star: Getis-Ord Gi* on empirical-Bayes standardised rates, to compare with other programs. scan: Kulldorff's scan with circles of at most SHARE of the homes and RADIUS. q is the false discovery rate (Benjamini-Hochberg) at which a hexagon would be a finding; of a scan it is p, which holds for all circles together.

Hexagons outside the region (GEMEENTEN with in_regio, or REGION) count in what is expected and observed around others, and are no results. 'rand' is 1 where part of the surroundings has no data. A finding is 'robuust' if it is found on at least two of three grids: the counts one resolution up, and POINTS and DWELLINGS one resolution down. The interval is exact, but knows nothing of the choice of the place out of many. A hexagon can be a finding through those around it; a cluster has more of its own than expected.

'geen aantoonbare afwijking' does not say that there is nothing: moderate clusters with few addresses are often not found. Hot spots are an indication for a conversation, never a verdict on an address.</source>
        <translation>Vergelijkt de adressen met registraties in elke hexagoon en de RINGS eromheen met wat de woningen daar verklaren, als het aandeel overal gelijk was. Geteld worden adressen, geen personen: personen op één adres zijn niet onafhankelijk van elkaar.

ring_poisson: exact, eenzijdig (binomiaal waar meer dan 5 % van de woningen registraties heeft). gi_star: Getis-Ord Gi* op empirical-Bayes-gestandaardiseerde aandelen, om met andere programma's te vergelijken. scan: de scan van Kulldorff met cirkels van hoogstens SHARE van de woningen en RADIUS. q is het aandeel fout-positieven (FDR, Benjamini-Hochberg) waarbij een hexagoon een signalering zou zijn; bij een scan is het p, die voor alle cirkels samen geldt.

Hexagonen buiten de regio (GEMEENTEN met in_regio, of REGION) tellen mee in wat rond andere wordt verwacht en waargenomen, en zijn geen resultaat. 'rand' is 1 waar een deel van de omgeving geen gegevens heeft. Een signalering is 'robuust' als ze op minstens twee van drie rasters is gevonden: de aantallen één resolutie grover, en POINTS en DWELLINGS één resolutie fijner. Het betrouwbaarheidsinterval is exact, maar weet niet dat de plaats uit vele is gekozen. Een hexagoon kan een signalering zijn door die eromheen; een cluster heeft zelf meer dan verwacht.

'geen aantoonbare afwijking' zegt niet dat er niets is: matige clusters met weinig adressen worden vaak niet gevonden. Hotspots zijn een aanwijzing voor een gesprek, nooit een oordeel over een adres.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Fewest homes</source>
        <translation>Minste woningen</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Findings that touch each other, dissolved.</source>
        <translation>Signaleringen die elkaar raken, samengevoegd.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Finds hexagons around which more addresses have registrations than the homes explain</source>
        <translation>Zoekt hexagonen waaromheen meer adressen registraties hebben dan de woningen verklaren</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Hexagons with fewer are not tested by themselves.</source>
        <translation>Hexagonen met minder worden niet zelf getoetst.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Largest radius (m)</source>
        <translation>Grootste straal (m)</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Largest share of the homes (percent)</source>
        <translation>Grootste aandeel van de woningen (procent)</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Name of a preset, or codes (with GEMEENTEN also names) of municipalities; empty for in_regio, else all.</source>
        <translation>Naam van een vaste regio, of codes (met GEMEENTEN ook namen) van gemeenten; leeg voor in_regio, anders alle.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Of POINTS; empty counts every point as one.</source>
        <translation>Van POINTS; leeg telt elk punt als één.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Of a circle of the scan.</source>
        <translation>Van een cirkel van de scan.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Of gi_star and scan; empty for what is needed.</source>
        <translation>Van gi_star en scan; leeg voor wat nodig is.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Of the random numbers of gi_star and scan.</source>
        <translation>Van de toevalsgetallen van gi_star en scan.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Permutations</source>
        <translation>Permutaties</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Polygons as 'gebiedenophalen' makes: in_regio says which are the region; they show where the data end.</source>
        <translation>Vlakken zoals 'gebiedenophalen' maakt: in_regio zegt welke de regio zijn; ze laten zien waar de gegevens ophouden.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Rings of hexagons around one that belong to it.</source>
        <translation>Ringen van hexagonen rond een hexagoon die erbij horen.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Seed</source>
        <translation>Startgetal</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>Share of false findings.</source>
        <translation>Aandeel van de signaleringen dat fout-positief mag zijn.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>The hexagons of the region with what was found.</source>
        <translation>De hexagonen van de regio met wat is gevonden.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>The output of 'h3aggregeren' or a workspace, with the guard zone around the region if there is one.</source>
        <translation>De uitvoer van 'h3aggregeren' of een werkbestand, met de randzone rond de regio als die er is.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>The points of the hexagons, to look one resolution down; goes with DWELLINGS.</source>
        <translation>De punten van de hexagonen, om één resolutie fijner te kijken; hoort bij DWELLINGS.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>p-values of gi_star</source>
        <translation>p-waarden van gi_star</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>permutatie: pooled permutation. normaal: as other programs, too small.</source>
        <translation>permutatie: samengenomen permutaties. normaal: zoals andere programma's, te klein.</translation>
    </message>
    <message>
        <location filename="processing/hotspots.py"/>
        <source>ring_poisson, gi_star or scan: choose before looking, not by what it shows.</source>
        <translation>ring_poisson, gi_star of scan: kies vooraf, niet naar wat het laat zien.</translation>
    </message>
    <message>
        <location filename="processing/inspecting.py"/>
        <source>Verdict: {verdict}</source>
        <translation>Uitkomst: {verdict}</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>Best in the folder of the workspace, where it goes if left empty.</source>
        <translation>Het beste in de map van het werkbestand, waar het ook komt als dit leeg is.</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>Make a map project</source>
        <translation>Kaartproject maken</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>Makes a .qgz that opens in any QGIS without this plugin: hexagons by class, municipal borders, the addresses in a group of their own that is marked confidential and off, and an A3 layout with legend, source, reference date and caveat. Layers are stored relative to the project: keep both files together. The styles are saved in the GeoPackage too.

The project points at the workspace with its addresses: it is not for partners.</source>
        <translation>Maakt een .qgz die in elke QGIS opent zonder deze plug-in: hexagonen per klasse, gemeentegrenzen, de adressen in een eigen groep die als vertrouwelijk is gemerkt en uit staat, en een A3-lay-out met legenda, bron, peildatum en voorbehoud. Lagen worden relatief aan het project opgeslagen: houd beide bestanden bij elkaar. De stijlen staan ook in het GeoPackage.

Het project wijst naar het werkbestand met de adressen: het is niet voor partners.</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>Makes a map project with styles, groups and an A3 layout from a workspace</source>
        <translation>Maakt van een werkbestand een kaartproject met stijlen, groepen en een A3-lay-out</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>Map project</source>
        <translation>Kaartproject</translation>
    </message>
    <message>
        <location filename="processing/kaartproject.py"/>
        <source>The GeoPackage that 'regiobeeld' made, or an output of 'h3aggregeren' or 'rniinlezen'.</source>
        <translation>Het GeoPackage dat 'regiobeeld' maakte, of uitvoer van 'h3aggregeren' of 'rniinlezen'.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>A list (.csv, .xlsx, .ods), table or layer with BAG identifiers or addresses and, if it has any, numbers of residents; or the output of 'lijstinlezen'.</source>
        <translation>Een lijst (.csv, .xlsx, .ods), tabel of laag met BAG-identificaties of adressen en, als die er zijn, aantallen bewoners; of de uitvoer van 'lijstinlezen'.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Also gives objects with residents and without registrations.</source>
        <translation>Geeft ook objecten met bewoners en zonder registraties.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Class 0 too</source>
        <translation>Ook klasse 0</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Columns dropped while reading</source>
        <translation>Kolommen weggelaten bij het lezen</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Compares a list of vacant objects with registrations, per object: class 1 residents and registrations; 2 a home without residents, with registrations; 3 the same of lodging, a standplaats or a ligplaats; 4 without residents and registrations; 5 no home and no lodging, with registrations, whatever the list says. Class 0 (residents, no registrations) is left out, unless ALL is set.

Only a number of residents is read of the list (columns such as 'BRP personen' or 'bewoners', never 'aantal'): 0 is vacant, and so is an object on a list without numbers. What the list does not say is unknown: objects of municipalities without a list, or of which the list has no number, are left out, unless they are of class 5, for which registrations are enough. If the list is complete (COMPLETE), objects that it has not count as inhabited, in the municipalities and of the kinds (homes, lodging, others) that occur in it; a list of which less than 85 % was matched with the BAG never counts as complete. Municipalities without a delivery of registrations are left out. An indication, never a verdict: a resident can be registered late.</source>
        <translation>Vergelijkt een lijst van leegstaande objecten met registraties, per object: klasse 1 bewoners en registraties; 2 een woning zonder bewoners, met registraties; 3 hetzelfde bij logies, een standplaats of een ligplaats; 4 zonder bewoners en registraties; 5 geen woning en geen logies, met registraties, wat de lijst ook zegt. Klasse 0 (bewoners, geen registraties) blijft weg, tenzij ALL aan staat.

Van de lijst wordt alleen een aantal bewoners gelezen (kolommen zoals 'BRP personen' of 'bewoners', nooit 'aantal'): 0 is leeg, en een object op een lijst zonder aantallen ook. Wat de lijst niet zegt, is onbekend: objecten van gemeenten zonder lijst, of waarvan de lijst geen aantal heeft, blijven weg, tenzij ze van klasse 5 zijn, waarvoor registraties genoeg zijn. Is de lijst volledig (COMPLETE), dan tellen objecten die er niet op staan als bewoond, in de gemeenten en van de soorten (woningen, logies, andere) die erop voorkomen; een lijst waarvan minder dan 85 % aan de BAG is gekoppeld, telt nooit als volledig. Gemeenten zonder levering van registraties blijven weg. Een aanwijzing, nooit een oordeel: een bewoner kan laat zijn ingeschreven.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Finds homes that are vacant by the administration and have registrations, and what goes with them</source>
        <translation>Zoekt woningen die volgens de administratie leegstaan en registraties hebben, en wat daarbij hoort</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Homes without residents, with registrations</source>
        <translation>Woningen zonder ingeschreven bewoners (BRP), met registraties</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Lodging and places without residents, with registrations</source>
        <translation>Logies en plaatsen zonder bewoners, met registraties</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Objects of which the class is known</source>
        <translation>Objecten waarvan de klasse bekend is</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Objects with an explanation in 'uitsluiting'</source>
        <translation>Objecten met een verklaring in 'uitsluiting'</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Objects without residents and registrations</source>
        <translation>Objecten zonder bewoners en registraties</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Points, one per object. Confidential.</source>
        <translation>Punten, één per object. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Registrations where nobody lives or lodges</source>
        <translation>Registraties op objecten zonder woon- of logiesfunctie (BAG)</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Residents and registrations</source>
        <translation>Bewoners en registraties</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Rows of the list with an address that the BAG does not have in use</source>
        <translation>Rijen van de lijst met een adres dat de BAG niet in gebruik heeft</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>The list has all vacant objects of its municipalities: objects that it has not count as inhabited.</source>
        <translation>De lijst heeft alle leegstaande objecten van haar gemeenten: objecten die er niet op staan, tellen als bewoond.</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>The list is complete</source>
        <translation>De lijst is volledig</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Vacancy and registrations</source>
        <translation>Leegstand en registraties</translation>
    </message>
    <message>
        <location filename="processing/leegstand.py"/>
        <source>Vacant objects</source>
        <translation>Leegstaande objecten</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Address fields, reason and number of rows of what the BAG does not have in use. Confidential.</source>
        <translation>Adresvelden, reden en aantal rijen van wat de BAG niet in gebruik heeft. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Addresses with an entry</source>
        <translation>Adressen met een vermelding</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Kind of list</source>
        <translation>Soort lijst</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Listed addresses</source>
        <translation>Adressen op de lijst</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Lists</source>
        <translation>Lijsten</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Matched share of the rows with an address (percent)</source>
        <translation>Gekoppeld aandeel van de rijen met een adres (procent)</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Numbers, dates and statuses that could not be read, and were dropped</source>
        <translation>Getallen, datums en statussen die niet te lezen waren en zijn weggelaten</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Points, one per address and kind. Confidential.</source>
        <translation>Punten, één per adres en soort. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Read a location list</source>
        <translation>Locatielijst inlezen</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Reads a list with addresses (Excel, OpenDocument or CSV) and matches it with the BAG as 'rniinlezen' does. Read are the address, one number (persons permitted, residents, beds), a date, a date until which it holds, and a status from a fixed list of codes. Names of holders, file numbers, remarks and every other column are dropped while reading, and so is a column that holds citizen service numbers; a status that is no code, and a number or date that can't be read, are dropped and counted.

Several rows on one address become one: of permits and certificates the last one in force, of checks the last, of signals their number, of the other kinds the sum of the last date.</source>
        <translation>Leest een lijst met adressen (Excel, OpenDocument of CSV) en koppelt die aan de BAG zoals 'rniinlezen' dat doet. Gelezen worden het adres, één aantal (vergunde personen, bewoners, bedden), een datum, een datum tot wanneer het geldt, en een status uit een vaste lijst van codes. Namen van houders, dossiernummers, opmerkingen en elke andere kolom worden bij het lezen weggelaten, en ook een kolom met burgerservicenummers; een status die geen code is, en een getal of datum die niet te lezen is, worden weggelaten en geteld.

Meerdere rijen op één adres worden er één: van vergunningen en keurmerken de laatste die geldt, van controles de laatste, van signalen het aantal, van de andere soorten de som van de laatste datum.</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Rows of the list</source>
        <translation>Rijen van de lijst</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Rows skipped because they are dated after the reference date</source>
        <translation>Overgeslagen rijen, omdat ze van na de peildatum zijn</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Rows skipped: dated after the reference date, or without a usable address</source>
        <translation>Overgeslagen rijen: van na de peildatum, of zonder bruikbaar adres</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Rows with an address that the BAG does not have in use</source>
        <translation>Rijen met een adres dat de BAG niet in gebruik heeft</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>The list: .xlsx, .ods or .csv, with its header on any row and on any sheet.</source>
        <translation>De lijst: .xlsx, .ods of .csv, met de kopregel op elke rij en op elk blad.</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Turns a list of permits, certificates, vacancy, residents, signals, checks or student housing into points</source>
        <translation>Maakt punten van een lijst met vergunningen, keurmerken, leegstand, bewoners, signalen, controles of studentenhuisvesting</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>Unmatched addresses of the list</source>
        <translation>Niet-gekoppelde adressen van de lijst</translation>
    </message>
    <message>
        <location filename="processing/lijstinlezen.py"/>
        <source>What the list is about: vergunning, certificaat, leegstand, bewoners, signaal, controle or studentenhuisvesting.</source>
        <translation>Waar de lijst over gaat: vergunning, certificaat, leegstand, bewoners, signaal, controle of studentenhuisvesting.</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>Column {name} was not used: all its identifiers end in 0, a spreadsheet cut off the last digit.</source>
        <translation>Kolom {name} is niet gebruikt: alle identificaties eindigen op 0, een spreadsheet heeft het laatste cijfer afgekapt.</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>Columns dropped while reading: {columns}</source>
        <translation>Kolommen weggelaten bij het lezen: {columns}</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>Only {percent:.1f} % of the rows were matched: look at the unmatched addresses first.</source>
        <translation>Maar {percent:.1f} % van de rijen is gekoppeld: bekijk eerst de niet-gekoppelde adressen.</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>all of its rows are dated after {peildatum}</source>
        <translation>alle rijen zijn van na {peildatum}</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>{n} cells of {name} could not be read as that; they were dropped, and are unknown.</source>
        <translation>{n} cellen van {name} waren niet als zodanig te lezen; ze zijn weggelaten, en zijn onbekend.</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>{n} rows are dated after the reference date; they don't count.</source>
        <translation>{n} rijen zijn van na de peildatum; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>{n} rows not matched: {reason}</source>
        <translation>{n} rijen niet gekoppeld: {reason}</translation>
    </message>
    <message>
        <location filename="processing/listing.py"/>
        <source>{rows} rows, {none} without a usable address, {n} rows on {addresses} addresses</source>
        <translation>{rows} rijen, {none} zonder bruikbaar adres, {n} rijen op {addresses} adressen</translation>
    </message>
    <message>
        <location filename="processing/previous.py"/>
        <source>Only municipalities with a delivery at both dates are compared: {codes}.</source>
        <translation>Alleen gemeenten met een levering op beide peildata zijn vergeleken: {codes}.</translation>
    </message>
    <message>
        <location filename="processing/previous.py"/>
        <source>The change since {date} is not on the map. {reason}</source>
        <translation>De verandering sinds {date} staat niet op de kaart. {reason}</translation>
    </message>
    <message>
        <location filename="processing/previous.py"/>
        <source>it has no municipality of this region</source>
        <translation>er staat geen gemeente van deze regio in</translation>
    </message>
    <message>
        <location filename="processing/previous.py"/>
        <source>it is not a workspace that 'regiobeeld' made</source>
        <translation>het is geen werkbestand dat 'regiobeeld' heeft gemaakt</translation>
    </message>
    <message>
        <location filename="processing/previous.py"/>
        <source>its reference date {date} is not before {peildatum}</source>
        <translation>de peildatum {date} ligt niet vóór {peildatum}</translation>
    </message>
    <message>
        <location filename="processing/progress.py"/>
        <source>{n} objects received</source>
        <translation>{n} objecten ontvangen</translation>
    </message>
    <message>
        <location filename="processing/recording.py"/>
        <source>Set {variable} to the address of this work in your register of processing activities.</source>
        <translation>Zet {variable} op het adres van dit werk in het verwerkingsregister.</translation>
    </message>
    <message>
        <location filename="processing/recording.py"/>
        <source>The line of this run is in the logbook, but the collector did not confirm it: {reason}</source>
        <translation>De regel van deze uitvoering staat in het logboek, maar het verzamelpunt bevestigde hem niet: {reason}</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>A list of vacant objects, as 'leegstand' takes it. Vacancy among LISTS counts too; without either it is not looked at.</source>
        <translation>Een lijst van leegstaande objecten, zoals 'leegstand' die neemt. Leegstand in LISTS telt ook mee; zonder beide wordt niet naar leegstand gekeken.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Clusters in several municipalities or near a national border</source>
        <translation>Clusters in meerdere gemeenten of bij een landsgrens</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Clusters of these</source>
        <translation>Clusters daarvan</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Codes or names of the municipalities of the region, separated by commas; empty for all of the layer.</source>
        <translation>Codes of namen van de gemeenten van de regio, gescheiden door komma's; leeg voor alle van de laag.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Folder for the results</source>
        <translation>Map voor de resultaten</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>From an RNI delivery and the BAG to a workspace, a map project and a picture, in one run</source>
        <translation>Van een RNI-levering en de BAG naar een werkbestand, een kaartproject en een afbeelding, in één keer</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Hexagons with more addresses with registrations than expected</source>
        <translation>Hexagonen met meer adressen met registraties dan verwacht</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Holiday parks, business estates and greenhouses (TOP10NL functioneel gebied), to show on the map.</source>
        <translation>Vakantieparken, bedrijventerreinen en kassen (functioneel gebied van TOP10NL), om op de kaart te tonen.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Homes that may be a company dwelling</source>
        <translation>Woningen die een bedrijfswoning kunnen zijn</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Made if it is not there. Earlier results of the same reference date are replaced.</source>
        <translation>Wordt gemaakt als de map er niet is. Eerdere resultaten van dezelfde peildatum worden vervangen.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Outlines of buildings (panden), for holiday parks and company dwellings. Empty: those in the BAG file.</source>
        <translation>Omtrekken van panden, voor vakantieparken en bedrijfswoningen. Leeg: die in het BAG-bestand.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Picture of the map</source>
        <translation>Afbeelding van de kaart</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Places that may be a holiday park</source>
        <translation>Plaatsen die een vakantiepark kunnen zijn</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Polygons with a code and a name, for example gemeentegebied of PDOK.</source>
        <translation>Vlakken met een code en een naam, bijvoorbeeld gemeentegebied van PDOK.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Reads the delivery, drops every personal column, matches with the BAG, counts per H3 hexagon and makes a workspace (.gpkg), a map project (.qgz) and a picture (.png) in one folder. The workspace holds addresses: keep it inside the municipalities that delivered the data.

Besides the counts it shows where more addresses have registrations than the homes explain (as 'hotspots'), and highlights with their evidence: places that may be a holiday park or a company dwelling, occupancy against the norm and, with a list of vacant objects, vacancy. All of these are indications, never a verdict. With the map of an earlier date it also shows what changed in each municipality.

Municipalities without registrations in the delivery are shown as unknown, never as zero. For several municipalities that each have a delivery: read each with 'rniinlezen', and give the results as ADDRESSES.</source>
        <translation>Leest de levering, laat elke persoonlijke kolom weg, koppelt aan de BAG, telt per H3-hexagoon en maakt een werkbestand (.gpkg), een kaartproject (.qgz) en een afbeelding (.png) in één map. Het werkbestand bevat adressen: houd het binnen de gemeenten die de gegevens leverden.

Naast de aantallen toont het waar meer adressen registraties hebben dan de woningen verklaren (zoals 'hotspots'), en aanwijzingen met hun onderbouwing: plaatsen die een vakantiepark of een bedrijfswoning kunnen zijn, bezetting tegenover de norm en, met een lijst van leegstaande objecten, leegstand. Dit zijn allemaal aanwijzingen, nooit een oordeel. Met de kaart van een eerdere peildatum laat het ook zien wat er in elke gemeente veranderde.

Gemeenten zonder registraties in de levering worden als onbekend getoond, nooit als nul. Voor meerdere gemeenten met elk een eigen levering: lees elke levering in met 'rniinlezen', en geef de resultaten als ADDRESSES.</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Regiobeeld</source>
        <translation>Regiobeeld</translation>
    </message>
    <message>
        <location filename="processing/regiobeeld.py"/>
        <source>Regional map</source>
        <translation>Regiobeeld maken</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Area</source>
        <translation>Gebied</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Authentication</source>
        <translation>Authenticatie</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Authentication configuration of QGIS, for services that ask for one; PDOK does not.</source>
        <translation>Authenticatieconfiguratie van QGIS, voor diensten die erom vragen; PDOK doet dat niet.</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Guard zone (m)</source>
        <translation>Randzone (m)</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>How far into neighbouring municipalities objects come along, marked with in_regio = 0.</source>
        <translation>Tot hoe ver in buurgemeenten objecten meekomen, gemerkt met in_regio = 0.</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Name of a region (noord-limburg, west-brabant-west, regio-west-brabant, de-peel, kempen, westelijke-mijnstreek), or codes or names of municipalities separated by commas.</source>
        <translation>Naam van een regio (noord-limburg, west-brabant-west, regio-west-brabant, de-peel, kempen, westelijke-mijnstreek), of codes of namen van gemeenten, gescheiden door komma's.</translation>
    </message>
    <message>
        <location filename="processing/region.py"/>
        <source>Polygons instead of a region; where they have a municipality code they count as municipalities.</source>
        <translation>Vlakken in plaats van een regio; waar ze een gemeentecode hebben, tellen ze als gemeenten.</translation>
    </message>
    <message>
        <location filename="processing/region_bag.py"/>
        <source>no object lies in the municipalities</source>
        <translation>geen object ligt in de gemeenten</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Address points read</source>
        <translation>Gelezen adrespunten</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Address points skipped</source>
        <translation>Overgeslagen adrespunten</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>BAG objects</source>
        <translation>BAG-objecten</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>BAG objects in use that were counted</source>
        <translation>Getelde BAG-objecten in gebruik</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>BAG objects in use without a usable position</source>
        <translation>BAG-objecten in gebruik zonder bruikbare plaats</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Level {level} ({meaning}): {n} addresses</source>
        <translation>Niveau {level} ({meaning}): {n} adressen</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Matched share of the registrations with an address (percent)</source>
        <translation>Gekoppeld aandeel van de registraties met een adres (procent)</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Only one BAG layer is used; choose the file itself to count {others} too.</source>
        <translation>Er wordt maar één BAG-laag gebruikt; kies het bestand zelf om ook {others} te tellen.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Registrations on a BAG address</source>
        <translation>Registraties op een BAG-adres</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Registrations with an address that the BAG does not have in use</source>
        <translation>Registraties met een adres dat de BAG niet in gebruik heeft</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Rows of the delivery</source>
        <translation>Rijen van de levering</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Rows skipped because the stay had ended</source>
        <translation>Overgeslagen rijen, omdat het verblijf was beëindigd</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Rows skipped because the stay had not begun</source>
        <translation>Overgeslagen rijen, omdat het verblijf nog niet was begonnen</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Rows skipped because their municipality is outside the region</source>
        <translation>Overgeslagen rijen, omdat hun gemeente buiten de regio ligt</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Rows skipped: ended, not begun, outside the region, or without a usable address</source>
        <translation>Overgeslagen rijen: beëindigd, nog niet begonnen, buiten de regio, of zonder bruikbaar adres</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Sheet {n} was not read: it holds numbers per address, and another sheet the registrations.</source>
        <translation>Blad {n} is niet gelezen: er staan aantallen per adres in, en op een ander blad de registraties.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Sheet {n} was not read: it is a copy of another sheet.</source>
        <translation>Blad {n} is niet gelezen: het is een kopie van een ander blad.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>Sheets read: {sheets}</source>
        <translation>Gelezen bladen: {sheets}</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>address points</source>
        <translation>adrespunten</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>full key</source>
        <translation>volledige sleutel</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>outside the Netherlands</source>
        <translation>buiten Nederland</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>street and place</source>
        <translation>straat en plaats</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>unique without addition</source>
        <translation>eenduidig zonder toevoeging</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>without a whole number of registrations</source>
        <translation>zonder een geheel aantal registraties</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>without geometry</source>
        <translation>zonder geometrie</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} hexagons lie in municipalities without a delivery: unknown there, not zero.</source>
        <translation>{n} hexagonen liggen in gemeenten zonder levering: daar onbekend, niet nul.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} registrations not counted: {reason}</source>
        <translation>{n} registraties niet geteld: {reason}</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} rows are of a municipality outside the region; they don't count.</source>
        <translation>{n} rijen zijn van een gemeente buiten de regio; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} rows begin after the reference date; they don't count.</source>
        <translation>{n} rijen beginnen na de peildatum; ze tellen niet mee.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} rows have an end date that can't be read or has no year; they count.</source>
        <translation>{n} rijen hebben een einddatum die niet te lezen is of geen jaar heeft; ze tellen mee.</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{n} {what} skipped: {reason}</source>
        <translation>{n} {what} overgeslagen: {reason}</translation>
    </message>
    <message>
        <location filename="processing/reports.py"/>
        <source>{rows} rows, {ended} ended, {none} without a usable address, {n} registrations on {addresses} addresses</source>
        <translation>{rows} rijen, {ended} beëindigd, {none} zonder bruikbaar adres, {n} registraties op {addresses} adressen</translation>
    </message>
    <message>
        <location filename="processing/rniinlezen.py"/>
        <source>Address fields, reason and count of what the BAG does not have in use. Confidential.</source>
        <translation>Adresvelden, reden en aantal van wat de BAG niet in gebruik heeft. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/rniinlezen.py"/>
        <source>Points, one per address in use. Confidential.</source>
        <translation>Punten, één per adres in gebruik. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/rniinlezen.py"/>
        <source>Reads a delivery of the register of non-residents (RNI): Excel, OpenDocument or CSV. Address columns are recognised by their BRP element number (16.11.20) or Dutch name; every other column, and any column that holds citizen service numbers, is dropped while reading. Rows that ended before the reference date are left out. What remains is matched with the BAG in four levels, never forced, and counted per address in use; what is not matched can be linked by hand.

RNI stay addresses are voluntary, first addresses only, and unverified: an indication, not a fact.</source>
        <translation>Leest een levering van de Registratie Niet-Ingezetenen (RNI): Excel, OpenDocument of CSV. Adreskolommen worden herkend aan hun BRP-elementnummer (16.11.20) of Nederlandse naam; elke andere kolom, en elke kolom met burgerservicenummers, wordt bij het lezen weggelaten. Rijen die voor de peildatum zijn beëindigd, tellen niet mee. Wat overblijft wordt in vier niveaus aan de BAG gekoppeld, nooit geforceerd, en geteld per adres in gebruik; wat niet is gekoppeld, is met de hand te koppelen.

Verblijfsadressen in de RNI zijn vrijwillig, alleen eerste adressen, en niet gecontroleerd: een aanwijzing, geen feit.</translation>
    </message>
    <message>
        <location filename="processing/rniinlezen.py"/>
        <source>Turns an RNI delivery into counts per BAG address; no personal column is read</source>
        <translation>Maakt van een RNI-levering aantallen per BAG-adres; geen persoonlijke kolom wordt gelezen</translation>
    </message>
    <message>
        <location filename="processing/run.py"/>
        <source>layer that QGIS can read</source>
        <translation>laag die QGIS kan lezen</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>5 to 9: the finest hexagons shown; where one is not safe it is pooled with others.</source>
        <translation>5 tot en met 9: de fijnste hexagonen die worden getoond; waar er een niet veilig is, wordt die met andere samengevoegd.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Adds a GeoTIFF, computed from the published numbers only.</source>
        <translation>Voegt een GeoTIFF toe, alleen uit de gepubliceerde getallen berekend.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Folder for the package</source>
        <translation>Map voor het pakket</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>For example the article of the covenant and the legal task of the recipient.</source>
        <translation>Bijvoorbeeld het artikel van het convenant en de wettelijke taak van de ontvanger.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Last day of use, as 2027-01-01; the sharing matrix says how long a recipient may have it at most.</source>
        <translation>Laatste dag van gebruik, als 2027-01-01; de deelmatrix zegt hoe lang een ontvanger het hoogstens mag hebben.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Lets the reader of project and web map switch on the BRT background map of PDOK.</source>
        <translation>Laat de lezer van project en webkaart de BRT-achtergrondkaart van PDOK aanzetten.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Made if it is not there. An earlier package for the same recipient, resolution and date is replaced.</source>
        <translation>Wordt gemaakt als de map er niet is. Een eerder pakket voor dezelfde ontvanger, resolutie en peildatum wordt vervangen.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Name of the series of exports that belong together; empty: 'rni'. Maps of two series are not compared.</source>
        <translation>Naam van de reeks exports die bij elkaar horen; leeg: 'rni'. Kaarten van twee reeksen worden niet vergeleken.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Only for points without the field peildatum.</source>
        <translation>Alleen voor punten zonder het veld peildatum.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Series</source>
        <translation>Reeks</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Sharing matrix</source>
        <translation>Deelmatrix</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Smooth heatmap as a raster</source>
        <translation>Vloeiende heatmap als raster</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Stricter safety rules (JSON)</source>
        <translation>Strengere veiligheidsregels (JSON)</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>The file in which the exports of the series are remembered; started with the first export. Empty: in the folder of your QGIS profile.</source>
        <translation>Het bestand waarin de exports van de reeks worden onthouden; begint met de eerste export. Leeg: in de map van het QGIS-profiel.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>The organisation that receives it, for example 'RIEC Limburg'.</source>
        <translation>De organisatie die het ontvangt, bijvoorbeeld 'RIEC Limburg'.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Thresholds can only be tightened, also those of your organisation: {"persons": 15, "addresses": 8}.</source>
        <translation>Drempels kunnen alleen strenger, ook die van de organisatie: {"persons": 15, "addresses": 8}.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Title of the map.</source>
        <translation>Titel van de kaart.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>Web map</source>
        <translation>Webkaart</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>What it may be used for; it goes into every file of the package.</source>
        <translation>Waarvoor het gebruikt mag worden; het komt in elk bestand van het pakket.</translation>
    </message>
    <message>
        <location filename="processing/sharing.py"/>
        <source>What your organisation shares less of than the matrix of the plugin, in its form.</source>
        <translation>Wat de organisatie minder deelt dan de matrix van de plug-in, in de vorm daarvan.</translation>
    </message>
    <message>
        <location filename="processing/sight.py"/>
        <source>Columns of the policy table that were not read: {columns}.</source>
        <translation>Niet gelezen kolommen van de beleidstabel: {columns}.</translation>
    </message>
    <message>
        <location filename="processing/sight.py"/>
        <source>Not one entry of the location lists is on an object of the BAG in use.</source>
        <translation>Geen enkele vermelding van de locatielijsten staat op een object van de BAG in gebruik.</translation>
    </message>
    <message>
        <location filename="processing/sight.py"/>
        <source>The policy table has no row for: {codes}.</source>
        <translation>De beleidstabel heeft geen rij voor: {codes}.</translation>
    </message>
    <message>
        <location filename="processing/steps.py"/>
        <source>Before {day} the RNI held no stay addresses: check the reference date.</source>
        <translation>Voor {day} stonden er geen verblijfsadressen in de RNI: controleer de peildatum.</translation>
    </message>
    <message>
        <location filename="processing/steps.py"/>
        <source>all its rows lie outside the region, or ended</source>
        <translation>alle rijen liggen buiten de regio, of zijn beëindigd</translation>
    </message>
    <message>
        <location filename="processing/steps.py"/>
        <source>none of them has a position in the Netherlands and a number of registrations</source>
        <translation>geen ervan heeft een plaats in Nederland en een aantal registraties</translation>
    </message>
    <message>
        <location filename="processing/targets.py"/>
        <source>both {one} and {other} name it; give them different names</source>
        <translation>zowel {one} als {other} noemt het; geef ze verschillende namen</translation>
    </message>
    <message>
        <location filename="processing/targets.py"/>
        <source>give the path of a file, for example result.gpkg</source>
        <translation>geef het pad van een bestand, bijvoorbeeld result.gpkg</translation>
    </message>
    <message>
        <location filename="processing/targets.py"/>
        <source>it is a file; give the name of a folder</source>
        <translation>het is een bestand; geef de naam van een map</translation>
    </message>
    <message>
        <location filename="processing/targets.py"/>
        <source>{name} is read from it; give the result another name</source>
        <translation>{name} wordt eruit gelezen; geef het resultaat een andere naam</translation>
    </message>
    <message>
        <location filename="processing/temporary.py"/>
        <source>Results lie in a temporary folder that vanishes when QGIS closes: give {names} to keep them.</source>
        <translation>De resultaten staan in een tijdelijke map die verdwijnt als QGIS sluit: geef {names} om ze te bewaren.</translation>
    </message>
    <message>
        <location filename="processing/vacancy.py"/>
        <source>Not one vacant object of the location lists is an object of the BAG in use.</source>
        <translation>Geen enkel leegstaand object van de locatielijsten is een object in de gebruikte BAG.</translation>
    </message>
    <message>
        <location filename="processing/vacancy.py"/>
        <source>none of them is in the BAG layer in use</source>
        <translation>geen ervan staat in de BAG-laag in gebruik</translation>
    </message>
    <message>
        <location filename="processing/vacant.py"/>
        <source>it has no entry of kind {vacant} or {residents} on an object of the BAG in use</source>
        <translation>er is geen vermelding van soort {vacant} of {residents} op een object van de BAG in gebruik</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Addresses with registrations in them</source>
        <translation>Adressen met registraties daarin</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Groups lodging, standplaatsen and small homes in recreation areas that stand close together, and joins them with the parks and camping sites of the topographic map. A place is listed when the map names it a park, or when its units say so: their use, their density, one street or postcode, small detached buildings. Parks that only the BAG or only the map knows are listed too, and parks of which the units are not in the BAG and one main address holds the registrations. What lies in a marina, a woonwagencentrum or allotments is left out. Points, distances and sentences are data (resources/signals/vakantieparken.json) that your organisation can override.

It is an indication, never a verdict: what may be done in a park stands in the omgevingsplan. Registrations give no points; where they, or the units, are unknown, the field is empty. 'park_id' stays the same from date to date: of the map where it knows the park, else the lowest BAG identifier of its units; EARLIER keeps it whatever happens to these.</source>
        <translation>Groepeert logies, standplaatsen en kleine woningen in recreatiegebieden die dicht bij elkaar staan, en voegt ze samen met de parken en campings van de topografische kaart. Een plaats komt op de lijst als de kaart haar een park noemt, of als de eenheden dat zeggen: hun gebruik, hun dichtheid, één straat of postcode, kleine vrijstaande panden. Parken die alleen de BAG of alleen de kaart kent staan er ook op, en parken waarvan de eenheden niet in de BAG staan en één hoofdadres de registraties heeft. Wat in een jachthaven, een woonwagencentrum of op volkstuinen ligt, blijft weg. Punten, afstanden en zinnen zijn gegevens (resources/signals/vakantieparken.json) die een organisatie kan aanpassen.

Het is een aanwijzing, nooit een oordeel: wat in een park mag, staat in het omgevingsplan. Registraties geven geen punten; waar die, of de eenheden, onbekend zijn, is het veld leeg. 'park_id' blijft van peildatum tot peildatum hetzelfde: van de kaart waar die het park kent, anders de laagste BAG-identificatie van de eenheden; EARLIER houdt het vast, wat daar ook mee gebeurt.</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Groups units into places that may be a holiday park, with points and the evidence of each</source>
        <translation>Groepeert eenheden tot plaatsen die een vakantiepark kunnen zijn, met punten en de onderbouwing per plaats</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Polygons, one per indication. Confidential.</source>
        <translation>Vlakken, één per aanwijzing. Vertrouwelijk.</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Registrations in them</source>
        <translation>Registraties daarin</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>The output of 'rniinlezen'. Without it registrations are unknown.</source>
        <translation>De uitvoer van 'rniinlezen'. Zonder die uitvoer zijn registraties onbekend.</translation>
    </message>
    <message>
        <location filename="processing/vakantieparken.py"/>
        <source>Units in them that the BAG knows</source>
        <translation>Eenheden daarin die de BAG kent</translation>
    </message>
    <message>
        <location filename="processing/values.py"/>
        <source>a code has four digits</source>
        <translation>een code heeft vier cijfers</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>A row for each municipality.</source>
        <translation>Een rij per gemeente.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Address points, hexagons or municipalities; of a workspace the address points are used.</source>
        <translation>Adrespunten, hexagonen of gemeenten; van een werkbestand worden de adrespunten gebruikt.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Around TREATED_AREA.</source>
        <translation>Rond TREATED_AREA.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Automatic: homes where both have them.</source>
        <translation>Automatisch: woningen waar beide ze hebben.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Chance at which nothing is taken for something.</source>
        <translation>Kans dat toeval voor een verschil wordt aangezien.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Change of the ring against the control area</source>
        <translation>Verandering van de ring tegenover het vergelijkingsgebied</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Change of the treated area against the control area</source>
        <translation>Verandering van het gebied met maatregel tegenover het vergelijkingsgebied</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Codes or names, separated by commas. Empty: nothing is tested.</source>
        <translation>Codes of namen, gescheiden door komma's. Leeg: er wordt niets getoetst.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Codes or names; empty for all, which both must have.</source>
        <translation>Codes of namen; leeg voor alle; beide lagen moeten ze hebben.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Codes or names; empty to use CONTROL for both.</source>
        <translation>Codes of namen; leeg om CONTROL voor beide te gebruiken.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Compares two dates per municipality, and tests whether a fall in one area goes with a rise around it</source>
        <translation>Vergelijkt twee peildata per gemeente, en toetst of een afname in het ene gebied samengaat met een toename eromheen</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Compares two layers of the same kind: address points of 'rniinlezen' (best: addresses can be followed), hexagons of 'h3aggregeren', or municipalities with counts. First a gate: kind, definition, municipalities, grid, matched share and dates must be alike, else the run is refused with the reason of each; what can't be told makes the gate amber: then the numbers are only described and nothing is tested.

Per municipality: change, the part that is not the growth of the region, exact tests, and addresses that appeared, disappeared and stayed. Of the treated area, its ring and the control area: the weighted displacement difference. A hexagon in several municipalities can't be divided over them: these are counted in a row of their own, but not where one of them is not compared. What was not delivered is unknown, not zero.

Counts never show that anyone moved. A result fits displacement, it does not prove it.</source>
        <translation>Vergelijkt twee lagen van dezelfde soort: adrespunten van 'rniinlezen' (het beste: adressen zijn te volgen), hexagonen van 'h3aggregeren', of gemeenten met aantallen. Eerst een poort: soort, definitie, gemeenten, raster, gekoppeld aandeel en peildata moeten gelijk zijn, anders wordt de uitvoering geweigerd met de reden van elk; wat niet vast te stellen is, maakt de poort oranje: dan worden de aantallen alleen beschreven en wordt niets getoetst.

Per gemeente: verandering, het deel dat niet de groei van de regio is, exacte toetsen, en adressen die verschenen, verdwenen en bleven. Van het gebied met maatregel, de ring daaromheen en het vergelijkingsgebied: het gewogen verplaatsingsverschil. Een hexagoon in meerdere gemeenten is niet over die gemeenten te verdelen: zulke hexagonen tellen in een eigen rij, maar niet waar een van die gemeenten niet is vergeleken. Wat niet is geleverd, is onbekend, niet nul.

Aantallen laten nooit zien dat iemand is verhuisd. Een uitkomst past bij verplaatsing, ze bewijst die niet.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Control municipalities</source>
        <translation>Vergelijkingsgemeenten</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Control of the ring</source>
        <translation>Vergelijkingsgebied van de ring</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Difference in standard errors</source>
        <translation>Verschil in standaardfouten</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Dispersion by which variances were multiplied</source>
        <translation>Spreiding waarmee varianties zijn vermenigvuldigd</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Dispersion of persons</source>
        <translation>Spreiding van personen</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Displacement between two dates</source>
        <translation>Verplaatsing tussen twee peildata</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Empty: from the groups on addresses, where those are known.</source>
        <translation>Leeg: uit de groepen op adressen, waar die bekend zijn.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Empty: the neighbours of the treated ones (GEMEENTEN).</source>
        <translation>Leeg: de buren van de gemeenten met maatregel (GEMEENTEN).</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>First date</source>
        <translation>Eerste peildatum</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>How many times these dates were compared for this region</source>
        <translation>Hoe vaak deze peildata voor deze regio zijn vergeleken</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>In the weighted difference. Automatic: the first count where CONTROL is empty, else none.</source>
        <translation>In het gewogen verschil. Automatisch: de eerste telling waar CONTROL leeg is, anders geen.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Largest difference in matching</source>
        <translation>Grootste verschil in koppeling</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Level of the tests</source>
        <translation>Drempel van de toetsen</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Like the treated ones, without action. Empty: all others.</source>
        <translation>Zoals de gemeenten met maatregel, maar zonder maatregel. Leeg: alle andere.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Lower limit of it (95 %)</source>
        <translation>Ondergrens daarvan (95 %)</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Months of the first count</source>
        <translation>Maanden van de eerste telling</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Months of the second count</source>
        <translation>Maanden van de tweede telling</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Municipalities at two dates</source>
        <translation>Gemeenten op twee peildata</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Municipalities compared</source>
        <translation>Vergeleken gemeenten</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Municipalities that could take over</source>
        <translation>Gemeenten die het kunnen overnemen</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Municipalities to compare</source>
        <translation>Te vergelijken gemeenten</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Only with EXPOSURE 'maanden'.</source>
        <translation>Alleen met EXPOSURE 'maanden'.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Percentage points; above 5 nothing is tested.</source>
        <translation>Procentpunten; boven 5 wordt niets getoetst.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Persons are not independent.</source>
        <translation>Personen zijn niet onafhankelijk.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Polygons instead of TREATED, for addresses or hexagons; the ring is then RING_WIDTH around them.</source>
        <translation>Vlakken in plaats van TREATED, voor adressen of hexagonen; de ring is dan RING_WIDTH eromheen.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Polygons with a code: for names, neighbours and the outlines of the result.</source>
        <translation>Vlakken met een code: voor namen, buren en de omtrekken van het resultaat.</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Reason of each check, in Dutch</source>
        <translation>Reden van elke controle, in het Nederlands</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Reason of each check, in English</source>
        <translation>Reden van elke controle, in het Engels</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Second date</source>
        <translation>Tweede peildatum</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Size to which control areas are brought</source>
        <translation>Grootte waarop vergelijkingsgebieden worden gebracht</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Standard error of it</source>
        <translation>Standaardfout daarvan</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Treated area</source>
        <translation>Gebied met maatregel</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Treated municipalities</source>
        <translation>Gemeenten met maatregel</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Upper limit of it (95 %)</source>
        <translation>Bovengrens daarvan (95 %)</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Weighted displacement difference</source>
        <translation>Gewogen verplaatsingsverschil (WDD)</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Weighted displacement quotient (illustration only)</source>
        <translation>Gewogen verplaatsingsquotiënt (alleen ter illustratie)</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>What counts are divided by</source>
        <translation>Waardoor aantallen worden gedeeld</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>What is counted</source>
        <translation>Wat wordt geteld</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>What it fits, in Dutch</source>
        <translation>Waar het bij past, in het Nederlands</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>What it fits, in English</source>
        <translation>Waar het bij past, in het Engels</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>What it fits, in one word</source>
        <translation>Waar het bij past, in één woord</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Whether the layers are comparable: groen, oranje or rood</source>
        <translation>Of de lagen vergelijkbaar zijn: groen, oranje of rood</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>Width of the ring (m)</source>
        <translation>Breedte van de ring (m)</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>p-value of a fall in the treated area and a rise in the ring together</source>
        <translation>p-waarde van een afname in het gebied met maatregel en een toename in de ring samen</translation>
    </message>
    <message>
        <location filename="processing/verplaatsing.py"/>
        <source>p-value of it (two-sided)</source>
        <translation>p-waarde daarvan (tweezijdig)</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>BAG: addressable objects and buildings</source>
        <translation>BAG: adresseerbare objecten en panden</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>BAG: the whole country in one GeoPackage</source>
        <translation>BAG: het hele land in één GeoPackage</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Background map</source>
        <translation>Achtergrondkaart</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Functional areas: holiday parks, camping sites, business estates, greenhouses</source>
        <translation>Functionele gebieden: vakantieparken, campings, bedrijventerreinen, kassen</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Its successor is the Location API of Kadaster, https://api.pdok.nl/kadaster/location-api/v1.</source>
        <translation>De opvolger is de Location API van het Kadaster, https://api.pdok.nl/kadaster/location-api/v1.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'BAG' on pdok.nl; the path has been /lv/bag and /kadaster/bag.</source>
        <translation>Zoek 'BAG' op pdok.nl; het pad was eerder /lv/bag en /kadaster/bag.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'BRT Achtergrondkaart' on pdok.nl.</source>
        <translation>Zoek 'BRT Achtergrondkaart' op pdok.nl.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'Basisregistratie Adressen en Gebouwen' in https://api.pdok.nl/index.json.</source>
        <translation>Zoek 'Basisregistratie Adressen en Gebouwen' in https://api.pdok.nl/index.json.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'Bestuurlijke gebieden' in https://api.pdok.nl/index.json.</source>
        <translation>Zoek 'Bestuurlijke gebieden' in https://api.pdok.nl/index.json.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'Bestuurlijke gebieden' on pdok.nl.</source>
        <translation>Zoek 'Bestuurlijke gebieden' op pdok.nl.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Look for 'TOP10NL' in https://api.pdok.nl/index.json; the path has been /brt/top10nl too.</source>
        <translation>Zoek 'TOP10NL' in https://api.pdok.nl/index.json; het pad was eerder ook /brt/top10nl.</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Municipal boundaries</source>
        <translation>Gemeentegrenzen</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>Search for one address at a time</source>
        <translation>Eén adres tegelijk opzoeken</translation>
    </message>
    <message>
        <location filename="resources/services.json"/>
        <source>The Atom feed https://service.pdok.nl/lv/bag/atom/bag.xml has the address.</source>
        <translation>De Atom-feed https://service.pdok.nl/lv/bag/atom/bag.xml heeft het adres.</translation>
    </message>
</context>
</TS>
