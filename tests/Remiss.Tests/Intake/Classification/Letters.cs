namespace Remiss.Tests.Intake.Classification;

/// <summary>
/// Whole documents in many styles. A line with @@ opens each and gives its type, its stance and what is known of it:
/// mail, att (the mail has attachments), isatt (it came attached).
/// </summary>
internal static class Letters
{
    public const string All = """
        @@ remissvar tillstyrker
        YTTRANDE
        Vår beteckning: FB 2023/118
        Er beteckning: KS 2023/740
        2023-09-14

        Till Stockholms Stadshus AB

        Yttrande över remiss om samverkansöverenskommelse

        AB Exempelbostäder har beretts tillfälle att yttra sig över rubricerad remiss. Bolaget tillstyrker förslaget i sin helhet.

        Med vänlig hälsning
        Anna Testsson
        VD
        @@ remissvar tillstyrker_med_synpunkter
        Remissvar

        Nämnden har anmodats att yttra sig över betänkandet. Nämnden tillstyrker förslagen i huvudsak men anser att kostnaderna bör utredas vidare.
        @@ remissvar ingen_erinran
        Hej!

        Vi har tagit del av remissen och har inget att invända mot förslaget.

        Vänliga hälsningar
        Eva Påhittad
        @@ remissvar avstyrker
        Svar på remiss

        Föreningen har getts möjlighet att lämna synpunkter. Vi kan inte ställa oss bakom förslaget. Kostnaderna är för höga och nyttan är oviss.
        @@ remissvar delvis_avstyrker
        Yttrande

        Myndigheten tillstyrker förslaget om nya tidsfrister men avstyrker förslaget om höjd avgift.
        @@ remissvar delvis_avstyrker
        Remissyttrande

        Förbundet tillstyrker:
        - förslaget om gemensam lägesbild
        - förslaget om årlig uppföljning

        Förbundet avstyrker:
        - förslaget om ny rapportering
        @@ remissvar oklart
        Synpunkter på remissen

        Bolaget har fått remissen på yttrande och vill anföra följande. Det är viktigt att samordningsansvaret blir tydligt. Bolaget föreslår att en gemensam uppföljning tas fram. Utredningen avstyrker en ny avgift.
        @@ anstand oklart
        Hej,

        Vi skulle behöva lite längre tid för att svara på remissen eftersom styrelsen sammanträder först den 12 december. Går det bra att vi lämnar vårt svar den 15 december?

        Mvh Kim
        @@ anstand oklart
        Begäran om förlängd svarstid

        Nämnden ansöker om anstånd med yttrandet till och med den 15 november 2023, då ärendet ska behandlas på nämndens möte.
        @@ avstar avstar
        Bolaget har tagit del av remissen men berörs inte av förslagen och avstår därför från att yttra sig.
        @@ avstar avstar
        Hej! På grund av hög arbetsbelastning har vi inte möjlighet att besvara remissen. Hälsningar Lo
        @@ kvittens oklart
        Hej,

        Vi bekräftar att vi har tagit emot ert remissvar. Det har registrerats med diarienummer KS 2023/740-12.

        Registrator
        @@ ovrigt oklart mail att
        Hej!

        Här kommer vårt svar på remissen, se bifogad fil.

        Mvh
        Lena
        @@ ovrigt oklart mail
        Autosvar: Jag är på semester och åter på kontoret den 14 augusti. Vid brådskande ärenden kontakta växeln.
        @@ remiss oklart
        Remiss av övergripande samverkansöverenskommelse

        Stockholms Stadshus AB remitterar härmed rubricerat förslag till er för yttrande. Svar önskas senast den 1 oktober 2023 och skickas till registrator. Frågor om remissen besvaras av handläggaren.
        @@ protokollsutdrag avstyrker
        Exempelnämnden
        SAMMANTRÄDESPROTOKOLL
        Sammanträdesdatum 2023-09-20
        Plats och tid: Stadshuset, kl. 16.00–17.30
        Beslutande: Ledamöter enligt lista
        Utses att justera: Bo Ek

        § 41 Godkännande av dagordning
        Nämnden godkänner dagordningen.

        § 42 Yttrande över remiss om ny samverkansöverenskommelse
        Beslut
        Nämnden beslutar att avstyrka förslaget.
        Ärendet
        Kommunstyrelsen har remitterat förslaget.

        § 43 Budgetuppföljning
        Nämnden beslutar att tillstyrka budgeten.
        @@ tjansteutlatande tillstyrker
        TJÄNSTEUTLÅTANDE
        Handläggare: Per Namnsson
        Till Exempelnämnden

        Svar på remiss om trygghetsprogram

        Förslag till beslut
        Nämnden beslutar att tillstyrka förslaget och överlämnar tjänsteutlåtandet som svar på remissen.

        Sammanfattning
        Förvaltningen ställer sig positiv till programmet.

        Bakgrund
        Kommunstyrelsen har remitterat programmet.
        @@ bilaga oklart isatt
        Tabell 1 Anmälda händelser per område
        Område	2021	2022
        Norr	12	15
        Söder	20	18
        Väster	4	9
        @@ ovrigt oklart
        Pressmeddelande

        Ny överenskommelse ska öka tryggheten. Det är ett viktigt steg, säger borgarrådet i en kommentar. För mer information, kontakta presstjänsten.
        @@ ovrigt oklart
        Remiss till röntgen

        Patienten söker vårdcentralen för besvär i höger knä. Läkare har bedömt att undersökning behövs. Provsvar bifogas.
        @@ remissvar tillstyrker_med_synpunkter
        Bolaget ställer sig bakom förslaget under förutsättning att finansieringen klargörs.
        @@ remissvar ingen_erinran
        Länsstyrelsen har ingen erinran mot förslaget. Länsstyrelsen vill framhålla vikten av samordning med berörda kommuner.
        @@ remissvar tillstyrker_med_synpunkter
        Remissvar

        Bolaget har i huvudsak inget att erinra mot förslaget men anser att punkten om finansiering måste ändras.
        @@ remissvar oklart
        Remissvar från Exempelstiftelsen

        Stiftelsen instämmer i ambitionen att öka tryggheten. Stiftelsen anser att ansvarsfördelningen behöver beskrivas närmare och att uppföljningen bör ske årligen.
        @@ remissvar avstyrker
        Sammanfattning

        Universitetet motsätter sig förslaget. Det behöver omarbetas innan det kan läggas till grund för lagstiftning.
        @@ remissvar tillstyrker
        Region Påhitt välkomnar förslaget och delar utredningens bedömning.
        @@ remissvar oklart
        REMISSYTTRANDE
        Datum: 2021-03-12
        Dnr: 0412/21

        Finansdepartementet

        Promemorian Ändrade regler om avgifter (Fi2021/00123)

        Exempelverket har inom ramen för sitt verksamhetsområde granskat promemorian.

        Exempelverket konstaterar att promemorian innehåller en utförlig konsekvensanalys. Verket vill dock peka på att ikraftträdandet ligger nära i tiden, vilket försvårar systemanpassningen. I övrigt har Exempelverket inga synpunkter.

        Beslut i detta ärende har fattats av generaldirektör Maria Provsson efter föredragning av utredaren Jon Testman.
        @@ remissvar ingen_erinran
        Exempelverket

        2020-05-04
        Dnr 2020/0311-2

        Socialdepartementet

        Yttrande över betänkandet Vägen framåt (SOU 2019:99)

        Exempelverket har inga synpunkter på förslagen i betänkandet.

        Maria Provsson
        Generaldirektör
        @@ remissvar avstyrker
        Er ref: Ju2020/01234/L4

        Advokatföreningen Exempel avstyrker förslaget i promemorian.

        Skälen för detta är följande. Förslaget innebär ett intrång i den personliga integriteten som inte står i proportion till nyttan. Utredaren tillstyrker i och för sig ett system med tillsyn, men något sådant presenteras inte.
        @@ remissvar tillstyrker_med_synpunkter
        Region Exempel ställer sig i huvudsak positiv till utredningens förslag. Regionen vill samtidigt lyfta följande:

        - Kostnaderna för införandet är underskattade.
        - Regionen ser behov av en nationell samordningsfunktion.
        - Tidplanen bör förlängas med ett år.
        @@ remissvar delvis_avstyrker
        Sammanfattning

        Kommunen ställer sig bakom utredningens förslag med undantag för förslaget om obligatorisk registrering, som kommunen avstyrker.
        @@ remissvar avstyrker
        Hej,

        Styrelsen har diskuterat remissen vid sitt möte den 3 maj. Vi säger nej till den nya modellen. Vi tror inte att den leder till bättre samverkan och vi har redan fungerande former för detta.

        Hälsningar från
        Hyresvärdarna i Exempelstad
        @@ remissvar tillstyrker
        Stockholm 6 maj 2013

        Yttrande angående förslag till ny trygghetsstrategi

        Föreningen Trygga Gårdar har läst förslaget med intresse. Vi stödjer strategin fullt ut och ser fram emot att den genomförs.
        @@ remissvar oklart
        Svar på remiss

        Museet vill med anledning av remissen anföra följande. Betänkandet behandlar frågor som ligger nära museets uppdrag. I avsnitt 5 redogör utredningen för hur samlingarna kan bevaras. Museet förvaltar i dag omkring tre miljoner föremål och erfarenheten visar att bevarande kräver långsiktig planering. Flera remissinstanser avstyrkte ett liknande förslag 2014.
        @@ remissvar oklart
        Exempelbolaget AB ser positivt på ambitionen att minska brottsligheten.

        Samtidigt efterfrågar bolaget en tydligare beskrivning av hur samverkan ska gå till i praktiken och vilka resurser som avsätts.
        @@ remissvar avstyrker
        Myndighetens ställningstagande

        Myndigheten anser inte att förslaget bör genomföras. Det saknas en analys av hur små kommuner påverkas.
        @@ remissvar avstyrker
        Yttrande över promemorian

        Förslaget behöver enligt vår mening kompletteras i flera avseenden innan det kan läggas till grund för lagstiftning.
        @@ remissvar tillstyrker
        Domstolen har, utifrån de intressen domstolen har att beakta, inga invändningar mot att förslaget genomförs och tillstyrker därför detsamma.
        @@ remissvar ingen_erinran
        Tingsrätten har granskat förslagen i de delar som berör domstolens verksamhet. Tingsrätten har inte något att erinra mot dessa.
        @@ remissvar tillstyrker_med_synpunkter
        Bolaget välkomnar överenskommelsen och ställer sig bakom de prioriterade områdena. Bolaget önskar emellertid att fastighetsägarnas roll förtydligas.
        @@ remissvar delvis_avstyrker
        Vi är positiva till förslaget i stort men motsätter oss att hyresvärdar ska bekosta trygghetsvärdar.
        @@ avstar avstar
        Yttrande

        Ni har berett Exempelrådet tillfälle att yttra sig över rubricerade remiss. Rådet avstår från att lämna synpunkter.

        För Exempelrådet
        Stina Provdotter
        @@ avstar avstar
        Exempelkommun kommer inte att lämna något yttrande över remissen.
        @@ avstar avstar
        Tack för remissen. Vi har inga möjligheter att prioritera detta och lämnar därför inget svar denna gång.
        @@ anstand oklart
        Ärende KS 2023/740

        Med anledning av att bolagets styrelse inte sammanträder förrän den 24 oktober hemställs om uppskov med svaret till den 27 oktober 2023.
        @@ anstand oklart
        Hejsan! Vi hinner tyvärr inte bli klara till den 1 oktober. Finns det möjlighet att skicka in svaret en vecka senare? /Pia
        @@ kvittens oklart
        Tack för ert yttrande i ärendet. Det är nu diariefört.
        @@ kvittens oklart
        MOTTAGNINGSBEKRÄFTELSE

        Härmed bekräftas att handlingen Remissvar SISAB.pdf inkom 2023-09-28 kl. 14.02.
        @@ ovrigt oklart mail att
        Hej!
        Översänder SISABs yttrande avseende rubricerad remiss.
        Med vänlig hälsning
        Registrator
        @@ remissvar ingen_erinran mail
        Hej!

        Återkommer med svar på remissen. Familjebolaget har inga synpunkter på förslaget utan tycker att det är väl genomarbetat.

        Med vänlig hälsning
        Ola Exempel
        Utvecklingschef
        @@ remiss oklart
        Till remissinstanserna

        Remiss: Förslag till riktlinjer för belysning

        Ni ges härmed tillfälle att lämna synpunkter på bifogat förslag. Svaret ska ha inkommit till kontoret senast fredagen den 12 januari 2024. Vi önskar särskilt svar på följande frågor.
        @@ remiss oklart
        Hej!
        Bifogat finner ni remiss av ny överenskommelse. Era synpunkter emotses senast den 3/10. Hör av er vid frågor.
        @@ ovrigt oklart
        Så svarar du på en remiss

        Här får du veta hur du lämnar in ett remissvar. Tänk på att skriva myndighetens namn och diarienummer. Du kan ladda upp svaret i Word eller pdf.
        @@ bilaga oklart isatt
        Bilaga 2
        Diagram över anmälda brott 2019–2023

        2019  1 204
        2020  1 190
        2021  1 302
        2022  1 277
        @@ remissvar tillstyrker
        STOCKHOLMSHEM  YTTRANDE  1 (1)
        Dnr 2023/0911

        Stockholmshem har fatt tillfalle att yttra sig 0ver remissen. Bolaget till-styrker f6rslaget 0ch ser fram emot samverkan.
        @@ remissvar avstyrker
        # Yttrande

        **Sammanfattning**

        Nämnden kan *inte* tillstyrka förslaget i dess nuvarande utformning.

        **Nämndens synpunkter**

        Utredningen föreslår att ansvaret ska ligga på kommunerna och tillstyrker en statlig finansiering. Nämnden ser stora risker med en sådan ordning.
        @@ remissvar ingen_erinran
        Motivering

        Bolaget avstyrkte i sitt tidigare remissvar 2019 den dåvarande överenskommelsen. Nu har de oklarheter som då fanns retts ut och bolaget har ingenting att invända.
        @@ remissvar oklart
        Yttrande

        Rådet lämnar härmed följande synpunkter.

        Avsnitt 3.2
        Definitionen av särskilt utsatt område bör samordnas med polisens.

        Avsnitt 4.1
        Rådet saknar ett barnperspektiv i beskrivningen av de förebyggande insatserna.

        Avsnitt 6
        Det är bra att uppföljning nämns.
        @@ remissvar tillstyrker
        Vi yttrar oss härmed. Sammantaget gör vi bedömningen att förslaget är väl avvägt och vi tillstyrker det. Om någon annan instans skulle avstyrka förslaget vill vi gärna delta i en fortsatt dialog.
        @@ tjansteutlatande ingen_erinran
        Tjänsteskrivelse
        2023-09-01
        Handläggare
        Nina Exempel

        Svar på remiss av Samverkansöverenskommelse (KS 2023/740)

        Förslag till beslut
        Styrelsen överlämnar tjänsteskrivelsen som svar på remissen.

        Ärendet
        Kommunstyrelsen har remitterat ärendet till bolaget med svar senast den 1 oktober.

        Bolagets synpunkter
        Bolaget har inte några invändningar mot den föreslagna överenskommelsen. Bolaget deltar redan i lokal samverkan.
        @@ protokollsutdrag oklart
        PROTOKOLLSUTDRAG
        Styrelsen för Exempelhem AB
        Närvarande: enligt deltagarlista
        Justering: 2023-09-28

        § 7 Remiss om samverkansöverenskommelse

        Styrelsen beslöt att överlämna bolagets skrivelse som svar på remissen.

        Vid protokollet
        Ann Prov
        @@ remissvar tillstyrker
        Kulturarvsverket
        Box 77, 621 00 Visby
        BESLUT
        2019-11-20
        Dnr KAV-2019-1432

        Till
        Kulturdepartementet
        Ku2019/01234/KL

        Remissvar avseende departementspromemorian Tydligare regler för arkiv

        Kulturarvsverket är i grunden mycket positivt till att reglerna samlas på ett ställe och ställer sig bakom förslagen i promemorian.

        Promemorian föreslår bland annat att arkivmyndigheternas tillsyn samordnas. Verket har en lång erfarenhet av sådan tillsyn och ser inga hinder för ett genomförande den 1 juli 2020.

        Beslut i ärendet har fattats av riksantikvarie Ulla Prov. Utredare Kim Test har varit föredragande.
        @@ remissvar oklart
        Vägverksmyndigheten har av Infrastrukturdepartementet ombetts lämna synpunkter på slutbetänkandet.

        Allmänt
        Betänkandet tar ett samlat grepp om en komplicerad fråga. Kartläggningen i kapitel 4 är gedigen.

        Kapitel 7
        Utredningen bedömer att en ny avgift kan införas redan 2025. Myndigheten noterar att it-stöd saknas och att upphandling normalt tar två år. Det framgår inte vem som ska stå för kostnaden.

        Kapitel 9
        Här hade det varit värdefullt med ett resonemang om hur avgiften förhåller sig till EU-rätten.
        @@ remissvar avstyrker
        Yttrande över Lokal trafikföreskrift

        Samfällighetsföreningen Backen vill å det bestämdaste protestera mot förslaget. Att leda genomfartstrafiken via vår gata vore ett stort misstag. Vi är inte emot cykelbanor i sig, men den här lösningen kan vi inte ställa upp på.
        @@ remissvar delvis_avstyrker
        Länsstyrelsens synpunkter

        Länsstyrelsen har inget att erinra mot förslagen i kapitel 3–6. När det gäller kapitel 8 delar länsstyrelsen inte utredningens bedömning, och länsstyrelsen avstyrker att ansvaret flyttas till kommunerna.
        @@ remissvar tillstyrker_med_synpunkter
        Vi i Fastighetsägarföreningen Syd tycker att handlingsplanen är ett bra steg och vi vill att den antas. Vi skulle dock vilja att näringslivets medverkan skrivs in tydligare, och att det avsätts pengar till belysning.
        @@ remissvar ingen_erinran
        Hej Alva!

        Angående remissen om samverkansöverenskommelsen: den ser bra ut från vår horisont och vi har ingenting att tillägga.

        /Bo, Exempelbolaget
        @@ remissvar ingen_erinran
        BARNRÄTTSMYNDIGHETEN   YTTRANDE
        Er referens: S2021/05678

        Barnrättsmyndigheten har granskat promemorian utifrån barnets rättigheter och har därvid inte funnit skäl att framföra några invändningar.
        @@ avstar avstar
        Bäste remittent,

        Tack för inbjudan att yttra oss. Frågan ligger utanför vårt verksamhetsområde och vi väljer att inte svara på remissen.

        Med vänliga hälsningar
        Vindkraftsinstitutet
        @@ avstar avstar
        Yttrande angående betänkandet Effektivare hamnar

        Betänkandet har inte föranlett något yttrande från Hovrätten över Södra Exempel.
        @@ avstar avstar
        Exempelkommun har beslutat att inte avge något yttrande i rubricerat ärende.
        @@ anstand oklart
        Hej!

        På grund av semestrar och att ärendet måste upp i nämnden den 26 september så kommer vi inte att kunna svara i tid. Är det ok om ni får vårt yttrande dagen efter nämndsammanträdet, det vill säga den 27 september?

        Hälsningar
        Mia
        @@ anstand oklart
        Till Stadsledningskontoret

        Anhållan om förlängd remisstid för KS 2023/740

        Stadsdelsförvaltningen anhåller om att få inkomma med remissvar senast 2023-11-10. Anledningen är att förvaltningen vill förankra svaret med lokala samverkanspartner.
        @@ kvittens oklart
        Hej!
        Ditt meddelande har kommit in till registraturen hos Exempelmyndigheten och kommer att registreras. Du behöver inte svara på detta mejl.
        @@ ovrigt oklart mail
        Tack för ditt mejl! Jag är föräldraledig till och med den 31 december. Vänd dig till min kollega i brådskande fall.
        @@ ovrigt oklart mail att
        God dag,

        Bifogat finner ni Familjebolagets yttrande i ovan rubricerade ärende.

        Med vänlig hälsning
        Registrator
        @@ ovrigt oklart mail att
        Hej, skickar över protokollet och svaret här. Hör av er om något saknas! /Jo
        @@ remiss oklart
        MISSIV
        2023-08-28
        Dnr 1.6-411/2023

        Till remissinstanser enligt sändlista

        Förslag till reviderat program för trygga miljöer

        Koncernledningen översänder härmed rubricerat förslag för yttrande. Yttrandet ska vara koncernledningen tillhanda senast den 2 oktober 2023 i ett bearbetningsbart format. Av yttrandet bör framgå bolagets samlade ståndpunkt.
        @@ remiss oklart
        Hej!

        Kommunstyrelsen har skickat oss en remiss om klimatanpassning. Vi vill veta vad ni tycker, framför allt om avsnitt 3 och 4. Skicka ert svar till mig senast fredag 6 oktober så hinner vi sammanställa.

        Tack på förhand!
        @@ protokollsutdrag ingen_erinran
        Styrelsen för Exempelhamnar AB
        Protokoll nr 5/2023, fört vid styrelsemöte den 19 september 2023
        Närvarande: Ledamöter enligt närvarolista
        Justerare: Stina Prov

        § 1 Mötets öppnande
        Ordföranden öppnade mötet.

        § 2 Dagordning
        Dagordningen fastställdes.

        § 6 Remiss: Övergripande samverkansöverenskommelse
        VD föredrog ärendet. Styrelsen beslutade att som svar på remissen meddela att bolaget inte har något att erinra.

        § 7 Ekonomi
        Styrelsen tillstyrkte budgetförslaget.
        @@ protokollsutdrag delvis_avstyrker
        KOMMUNSTYRELSEN Sammanträdesprotokoll 2022-03-09
        Beslutande: se bilaga
        Justerandes signatur

        § 77
        Yttrande över betänkandet En hållbar väg (SOU 2021:99)

        Kommunstyrelsens beslut
        Kommunstyrelsen tillstyrker utredningens förslag om regional samordning.
        Kommunstyrelsen avstyrker utredningens förslag om statlig styrning av kommunala planer.

        Sammanfattning
        Kommunen har fått betänkandet på remiss från Regeringskansliet.
        @@ tjansteutlatande tillstyrker_med_synpunkter
        Stadsbyggnadskontoret
        Tjänsteutlåtande
        Dnr 2023-0987
        2023-09-05
        Handläggare Ida Exempel
        Till Stadsbyggnadsnämnden

        Remiss från kommunstyrelsen om handlingsplan för trygga platser. KS 2023/555

        Kontorets förslag till beslut
        1. Överlämna kontorets tjänsteutlåtande som svar på remissen.
        2. Justera beslutet omedelbart.

        Sammanfattning
        Kontoret är positivt till handlingsplanen och bedömer att den ger ett bra stöd. Kontoret framhåller att ansvaret för åtgärder på allmän plats behöver klargöras.

        Bakgrund
        Kommunstyrelsen har remitterat förslaget. I förslaget anges att nämnderna ska avstyrka bygglov som motverkar trygghet.
        @@ bilaga oklart isatt
        Underlag till yttrande: inkomna felanmälningar

        Distrikt	Antal	Andel
        A	140	23 %
        B	201	33 %
        C	268	44 %
        @@ ovrigt oklart
        Nyheter | Exempelkommun.se

        Nu kan du tycka till om översiktsplanen
        Publicerad 14 mars 2023. Kommunen bjuder in till samråd. Läs mer om hur du lämnar synpunkter.
        @@ ovrigt oklart
        KONSTITUTIONSUTSKOTTETS YTTRANDE 2005/06:KU5y

        Till finansutskottet

        Finansutskottet har berett konstitutionsutskottet tillfälle att yttra sig. Utskottet tillstyrker propositionen i berörda delar.
        @@ remissvar avstyrker
        Er beteckning: N2018/03456/D
        Vår beteckning: 2018/233-4

        Remissyttrande

        Näringsrådet anser att utredningens förslag inte bör ligga till grund för lagstiftning. Utredningen har enligt rådets mening underskattat företagens kostnader med flera miljarder kronor.

        Näringsrådet har förståelse för behovet av statistik och välkomnar därför att frågan har utretts.
        @@ remissvar avstyrker
        Ideella föreningen Öppna data ser mycket allvarliga brister i förslaget. Vi uppmanar regeringen att inte gå vidare med det. Lagrådet har vid tidigare tillfällen tillstyrkt liknande förslag men omständigheterna var då helt andra.
        @@ remissvar tillstyrker
        Sammanfattning
        Statskontrollen tillstyrker förslagen.

        Statskontrollens utgångspunkter
        Statskontrollen har granskat förslagen utifrån sitt uppdrag. Remisspromemorian behandlar frågan om vem som ska kunna avstyrka en ansökan.
        @@ remissvar tillstyrker_med_synpunkter
        Universitetet är i allt väsentligt positivt till utredarens förslag. Universitetet vill ändå göra några påpekanden.

        Meritering. Kraven bör formuleras så att de inte missgynnar yngre forskare.
        Resurser. Förslagen är ofinansierade och universitetet förutsätter att medel tillförs.
        @@ remissvar oklart
        Yttrande från Polisregion Exempel

        Polisregionen har tagit del av utkastet och lämnar följande kommentarer.
        Sid 4, andra stycket: byt "ska" mot "bör".
        Sid 6: Uppgiften om antal anmälda brott stämmer inte med vår statistik.
        Sid 9: Här behöver texten kompletteras med en beskrivning av grannsamverkan.
        @@ remissvar oklart
        Förbundet delar utredningens analys av nuläget och tycker att det är bra att frågan lyfts.

        Däremot saknas en tydlig beskrivning av hur små kommuner ska klara uppdraget. Förbundet återkommer gärna med fördjupade synpunkter i det fortsatta arbetet.
        @@ remissvar ingen_erinran
        Dnr 2022/144

        Patentkammaren har beretts möjlighet att yttra sig över promemorian. Kammaren, som begränsar sitt yttrande till de frågor som rör domstolens område, lämnar förslagen utan erinran.
        @@ remissvar delvis_avstyrker
        Sammanfattande ståndpunkter

        Hyresgästriksförbundet
        • tillstyrker förslaget om stärkt besittningsskydd
        • tillstyrker förslaget om snabbare handläggning
        • avstyrker förslaget om nya andrahandsregler
        @@ remissvar avstyrker
        SVAR PÅ REMISS

        Bolaget har stor förståelse för syftet med den föreslagna avgiftsmodellen. Den är emellertid inte genomförbar i vår verksamhet, och vi kan därför inte ge den vårt stöd.

        Exempelvatten AB genom
        Åsa Prov, VD
        @@ remissvar tillstyrker
        Remissvar KS 2023/740

        Svenska Exempelbostäder tycker att det är bra med tydliggörande av ansvar och ställer oss positiva till att överenskommelsen förlängs.
        @@ remissvar tillstyrker_med_synpunkter
        Exempelhem har tagit del av förslaget till överenskommelse. Vi instämmer i att de fem områdena är rätt prioriterade och tillstyrker därmed överenskommelsen.

        Vi vill skicka med följande medskick:
        - Fastighetsägarna bör vara med redan när lägesbilden tas fram.
        - Det vore bra med en gemensam utbildning.
        @@ remissvar ingen_erinran
        Remiss 2023-09-12 (KS 2023/740)

        Skolfastighetsbolaget bedömer att förslaget inte påverkar bolaget i någon större utsträckning. Bolaget har därför inga synpunkter att lämna.
        @@ anstand oklart
        Vi önskar få uppskov med att besvara rubricerad remiss till den 30 november, då ärendet ska beredas politiskt.
        @@ ovrigt oklart
        Lathund för dig som ska skriva remissvar

        Börja med en sammanfattning där det framgår om nämnden tillstyrker eller avstyrker. Skriv kort. Använd mallen på intranätet.
        @@ remissvar oklart
        Pensionärsrådet har diskuterat remissen vid sitt möte den 4 september.

        Rådet framförde följande:
        - Det är viktigt att äldre känner sig trygga på kvällstid.
        - Belysningen på gångvägar behöver ses över.
        - Rådet undrar hur uppföljningen ska redovisas.
        @@ remissvar avstyrker
        Dnr: LRF-E 2020-12

        Lantbruksförbundet Exempel anser att förslaget ska dras tillbaka. Konsekvensutredningen är bristfällig. I andra hand yrkar förbundet att ikraftträdandet skjuts upp.
        @@ remissvar oklart
        Yttrande över Boverkspromemorian Nya byggregler

        Riksarkitekterna tackar för möjligheten att kommentera promemorian.

        Vi vill särskilt peka på tre saker. För det första är gestaltningsfrågorna nästan helt frånvarande. För det andra bygger konsekvensanalysen på siffror från 2015. För det tredje blir övergångstiden för projekt som redan startat orimligt kort.

        Vi bidrar gärna med exempel ur verkliga projekt och deltar i kommande dialogmöten. Promemorians förslag om förenklad kontroll skulle enligt utredarna minska handläggningstiden, något som våra medlemmar dock inte känner igen.
        @@ remissvar tillstyrker
        Socialtjänststyrelsen tillstyrker att lagen ändras på det sätt som föreslås.

        Per Provsson
        Generaldirektör
        @@ remissvar avstyrker
        Hamnföretagens samlade bedömning är att förslaget skulle få allvarliga följder för sjöfarten. Hamnföretagen avstyrker därför utredningens förslag i dess helhet och förordar i stället att dagens modell behålls.
        @@ remissvar tillstyrker_med_synpunkter
        Nämndens yttrande

        Socialnämnden ser positivt på den nya överenskommelsen och ställer sig bakom dess inriktning. Nämnden vill dock betona att skolans roll måste synliggöras och att informationsdelning mellan myndigheter förutsätter lagstöd.
        @@ remissvar ingen_erinran
        Kammarrätten i Exempelstad

        Ju2022/02345

        Kammarrätten, som har att beakta främst intressen som rör domstolsväsendet, har ingen erinran mot förslagen.

        På kammarrättens vägnar

        Eva Prov
        Kammarrättspresident
        @@ remissvar delvis_avstyrker
        Sammanfattning av kommunens ställningstagande

        - Kommunen tillstyrker att ett nationellt register införs.
        - Kommunen avstyrker att kommunerna ska bära kostnaden.
        - Kommunen ser behov av en längre införandetid.
        @@ remissvar delvis_avstyrker
        Bolaget delar i stora drag överenskommelsens inriktning och tillstyrker den, men kan inte ställa sig bakom avsnitt 5 om gemensam finansiering.
        @@ remissvar avstyrker
        Advokatbyråföreningen anser sammantaget att lagförslaget inte uppfyller rimliga krav på rättssäkerhet och att det inte bör genomföras i sin nuvarande form.
        @@ avstar avstar
        Ang. remiss KS 2023/740

        Med hänvisning till att frågorna inte berör bolagets verksamhet avser bolaget inte att lämna något remissvar.
        @@ avstar avstar mail
        Hej,
        Vi har valt att inte yttra oss den här gången.
        Hälsningar
        Micke
        @@ avstar avstar
        Stiftelsen Exempel avböjer möjligheten att yttra sig över betänkandet.
        @@ anstand oklart
        Angående er remiss

        Eftersom ärendet behöver behandlas av styrelsen den 9 november ber vi att få komma in med vårt svar efter detta datum.
        @@ anstand oklart mail
        Hej Alva, vi ligger lite efter. Får vi en vecka till på oss? /Kim
        @@ kvittens oklart mail
        Hej, tack för ert svar på remissen! Vi har lagt in det i ärendet och återkommer om vi har frågor.
        @@ kvittens oklart
        Diariefört hos Exempelverket. Ert yttrande är mottaget 2023-09-28 och har fått löpnummer 114.
        @@ remiss oklart
        Underremiss av samverkansöverenskommelse

        Bolagen ombeds att senast den 2 oktober inkomma med svar till koncernledningen. Frågor besvaras av Alva Exempel.
        @@ remiss oklart
        Remiss av Promemorian Digitala ansökningar

        Remissinstanser
        1 Exempelverket
        2 Statsnämnden
        3 Kommunförbundet

        Remissvaren ska ha kommit in till Finansdepartementet senast den 15 februari 2023. Svaren bör lämnas per e-post. Enligt en förordning är myndigheter under regeringen skyldiga att svara på remissen.
        @@ ovrigt oklart mail att
        Hej
        Remissvar från Exempelhem bifogas.
        Vänligen bekräfta mottagandet.
        @@ ovrigt oklart
        Remiss för fysioterapi

        Patient född 1950. Har haft besvär från ländryggen sedan i våras. Önskar bedömning och träningsprogram. Vårdcentralen Exempel.
        @@ ovrigt oklart
        Debatt: Låt polisen göra sitt jobb

        Det är dags att staden tar tryggheten på allvar. Det skriver två ledamöter i en debattartikel som publicerades i tidningen i går.
        @@ protokollsutdrag tillstyrker
        Protokoll fört vid sammanträde med Exempelnämnden
        Tid: 2023-09-21 kl. 15.00
        Närvarande: enligt närvarolista
        Justeras: Bo Prov

        § 15
        Svar på remiss om handlingsplan för trygga platser
        Nämndens beslut
        1. Nämnden ställer sig bakom handlingsplanen och överlämnar beslutet till kommunstyrelsen.
        2. Paragrafen justeras omedelbart.
        @@ protokollsutdrag avstyrker
        Utdrag ur protokoll fört vid styrelsemöte i Exempelhus AB den 14 september 2023
        Närvarande: samtliga ordinarie ledamöter

        § 9 Yttrande över remiss om ny avgiftsmodell
        Styrelsen beslöt efter diskussion att bolaget ska avstyrka modellen eftersom den leder till högre hyror.

        Rätt utdraget intygar
        Siv Prov
        @@ tjansteutlatande oklart
        Tjänsteskrivelse
        Miljöförvaltningen
        Dnr 2022-1234

        Yttrande över remiss av åtgärdsprogram mot buller

        Förslag till beslut
        Miljönämnden överlämnar förvaltningens tjänsteskrivelse som sitt svar.

        Ärendet
        Stadsledningskontoret har tagit fram ett åtgärdsprogram.

        Förvaltningens synpunkter
        Förvaltningen vill lyfta fram att uppföljningen av tidigare program varit bristfällig. Förvaltningen anser att ansvaret för varje åtgärd bör pekas ut och att kostnaderna redovisas. Det är också viktigt att skolgårdar prioriteras.
        @@ bilaga oklart isatt
        Bilaga 3. Karta över fastighetsbeståndet
        Skala 1:10 000
        Teckenförklaring: egna fastigheter, övriga fastigheter
        @@ remissvar tillstyrker_med_synpunkter
        Exempelfastigheter tackar för remissen.

        Vi tycker att förslaget till överenskommelse i huvudsak är bra och vi ställer oss bakom det. Några förtydliganden skulle behövas, bland annat om vem som är kontaktperson hos polisen.
        @@ remissvar avstyrker
        Tandvårdsförbundet
        Remissvar på promemorian Ny taxa

        Vi har tagit del av promemorian och vill börja med att säga att utredningen har gjort ett gediget arbete. Tyvärr kan vi ändå inte annat än att avstyrka förslaget. Skälet är att taxan skulle slå hårt mot små mottagningar på landsbygden.
        @@ remissvar oklart
        Diskrimineringsmyndigheten begränsar sitt yttrande till frågor som rör likabehandling.

        Myndigheten konstaterar att promemorian saknar en analys av hur förslagen påverkar personer med funktionsnedsättning. Myndigheten föreslår att en sådan analys görs i det fortsatta arbetet. I övriga delar avstår myndigheten från att yttra sig.
        @@ remissvar tillstyrker_med_synpunkter
        Yttrande från Stadsdelsnämnden Norra Exempel

        Stadsdelsförvaltningen har berett ärendet. Nämnden anser att strategin är väl avvägd och tillstyrker att den antas. Nämnden vill samtidigt påminna om att lokala förutsättningar skiljer sig åt och att resurser måste följa med uppdragen.
        @@ remissvar tillstyrker
        Hej,

        Exempelkonsulterna AB är helt med på förslaget! Vi stöttar att överenskommelsen förlängs och har inget mer att tillägga.

        Kim
        @@ remissvar ingen_erinran
        Åklagarkammaren i Exempelköping har, från de synpunkter kammaren har att företräda, inte någon erinran mot att promemorian läggs till grund för lagstiftning.
        @@ remissvar delvis_avstyrker
        Elnätsföretagen tillstyrker utredningens förslag utom såvitt avser 12 §, vilken avstyrks.
        @@ remissvar avstyrker
        Vi i byalaget tycker att det här är fel väg att gå. Riv upp planen och börja om! Vi vill absolut inte ha någon genomfart här.
        @@ remissvar oklart
        Till Justitiedepartementet

        Statistikmyndigheten har följande kommentarer till betänkandet.

        Tabell 3 i avsnitt 4 redovisar anmälda brott per 100 000 invånare. Siffrorna för 2018 avser endast första halvåret. I avsnitt 6 bör det framgå vilken version av klassifikationen som används. Slutligen kan nämnas att myndigheten från och med nästa år publicerar uppgifterna kvartalsvis, vilket kan vara av intresse för den fortsatta beredningen.
        @@ avstar avstar
        Kommunledningskontoret meddelar härmed att Exempelkommun inte kommer att avge något remissyttrande i ärendet.
        @@ anstand oklart mail
        Hej! Vår handläggare har slutat och vi behöver därför mer tid. Kan vi svara den 20 oktober istället?
        @@ anstand oklart
        Exempelhem AB önskar förlänga svarstiden på rubricerad remiss med två veckor.
        @@ kvittens oklart
        Kvittens på inkommen handling
        Avsändare: Exempelhem
        Handling: Yttrande
        Inkom: 2023-09-28
        @@ ovrigt oklart mail att
        Hej Alva. I bilagan ligger vårt underskrivna yttrande. Trevlig helg!
        @@ remiss oklart
        Förfrågan om synpunkter

        Staden har tagit fram ett förslag till handlingsplan. Vi skulle vilja ha in era synpunkter på förslaget. Svara gärna så snart som möjligt, dock senast den 12 oktober 2023.
        @@ protokollsutdrag tillstyrker_med_synpunkter
        Kulturnämnden
        Protokoll 2023-09-18
        Plats och tid: Kulturhuset 17.00
        Beslutande: Se närvarolista
        Utsedd att justera: Bo Prov

        § 50 Delårsbokslut
        Nämnden avstyrker förslaget om ytterligare besparingar.

        § 51 Remiss - Program för trygga miljöer
        Beslut
        Kulturnämnden tillstyrker programmet under förutsättning att kulturskolans uppdrag skrivs in.
        Beskrivning av ärendet
        Nämnden har fått programmet på remiss.
        @@ tjansteutlatande avstyrker
        Exempelkontoret
        Tjänsteutlåtande
        Till Exempelnämnden den 21 september

        Motion om kameror i parker, svar på remiss

        Kontorets förslag till beslut
        Nämnden avstyrker motionen och hänvisar till kontorets tjänsteutlåtande.

        Ärendets beredning
        Motionären föreslår att kameror sätts upp och tillstyrker en försöksverksamhet.

        Kontorets synpunkter
        Kontoret bedömer att kameror har begränsad effekt i parkmiljö.
        @@ bilaga oklart isatt
        Resultat av enkät till boende 2022
        Fråga 1: Hur trygg känner du dig?
        Mycket trygg 34 %
        Ganska trygg 41 %
        Otrygg 25 %
        @@ ovrigt oklart
        Remissvar från Riksdagens trafikutskott: trafikutskottets yttrande 2019/20:TU3y. Utskottet ställer sig bakom regeringens bedömning.
        @@ remissvar tillstyrker_med_synpunkter
        Fastighetsbolaget har i princip inga invändningar mot överenskommelsen, men vi förutsätter att kostnader för bevakning inte läggs på bolagen.
        @@ remissvar tillstyrker
        Sammantaget är Exempelbygg positivt till planförslaget.
        """;
}
