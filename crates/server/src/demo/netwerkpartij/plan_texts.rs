//! What the founding plans say.

use vliegwiel_domain::founding_plans::SectionKind;
use vliegwiel_domain::networks::{NetworkKind, Sensitivity};

use super::plans::{Course, Plan};
use crate::demo::script::MEMBER;

const YEARLY_REPORT: &str = "Het netwerk stuurt elk half jaar een kort verslag aan het partijbureau.";

/// The plans for networks of the list of wished networks, and two that members added.
pub(super) const PLANS: [Plan; 14] = [
    Plan {
        slug: "onderwijsnetwerk",
        name: "Onderwijsnetwerk",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leraren, schoolleiders, ouders en leerlingen brengen hun ervaring in bij het onderwijsbeleid van de partij.",
        ground: "Wij delen de liefde voor goed onderwijs, van de basisschool tot de universiteit. We willen de kloof tussen de klas en de Tweede Kamer \
                 kleiner maken.",
        activities: "Drie avonden over kansengelijkheid, het lerarentekort en burgerschap, en een schoolbezoek met de fractie.",
        team: [40, 41, 42, 43],
        course: Course::Approved(YEARLY_REPORT, 35),
        days: 243,
    },
    Plan {
        slug: "netwerk-duurzaamheid-en-klimaat",
        name: "Netwerk Duurzaamheid en klimaat",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leden met kennis van energie, water en klimaat geven raad bij keuzes van vandaag voor de aarde van morgen.",
        ground: "Zorg voor de schepping is voor ons geen bijzaak. We brengen techniek, economie en geloof samen aan één tafel.",
        activities: "Twee kennisateliers over warmte en water, en een advies over de gemeentelijke energieplannen.",
        team: [44, 45, 46, 47],
        course: Course::Approved("Werk samen met het Netwerk landbouw, natuur en voedsel zodra dat start.", 13),
        days: 212,
    },
    Plan {
        slug: "young-professional-netwerk",
        name: "Young Professional Netwerk",
        kind: NetworkKind::Community,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Jonge werkenden in de partij ontmoeten elkaar, en leren hoe zij met hun vak kunnen bijdragen.",
        ground: "We hebben onze eerste of tweede baan, we zoeken verdieping en we willen niet wachten tot we gevraagd worden.",
        activities: "Elke twee maanden een avond bij iemand op het werk, en een weekend over roeping en werk.",
        team: [48, 49, 50, 51],
        course: Course::Approved(YEARLY_REPORT, 21),
        days: 181,
    },
    Plan {
        slug: "lhbtiq-netwerk",
        name: "LHBTIQ+ netwerk",
        kind: NetworkKind::Community,
        sensitivity: Sensitivity::Special,
        goal: 30,
        purpose: "LHBTIQ+ leden en wie met hen meeleven vinden hier een veilige plek, en denken mee over beleid dat hen raakt.",
        ground: "We delen geloof en partij, en de ervaring dat die twee soms schuren. Wie lid is, weet alleen de kerngroep.",
        activities: "Vier besloten ontmoetingen, en een gesprek met het Landelijk Bestuur.",
        team: [52, 53, 54, 55],
        course: Course::Approved("Namen van leden worden nooit gedeeld buiten de kerngroep.", 14),
        days: 152,
    },
    Plan {
        slug: "veelkleurig-netwerk",
        name: "Veelkleurig netwerk",
        kind: NetworkKind::Community,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leden met wortels over de hele wereld versterken elkaar en maken de partij herkenbaar voor iedereen.",
        ground: "We komen uit migrantenkerken en uit dorpskerken, en vinden elkaar aan tafel.",
        activities: "Maaltijden in vijf steden, en een werkgroep die meedenkt over kandidatenlijsten.",
        team: [56, 57, 58, 59],
        course: Course::Approved(YEARLY_REPORT, 12),
        days: 64,
    },
    Plan {
        slug: "netwerk-landbouw-natuur-en-voedsel",
        name: "Netwerk landbouw, natuur en voedsel",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Boeren, natuurbeheerders en eters zoeken samen naar landbouw met toekomst, op grond die gezond blijft.",
        ground: "We zitten aan dezelfde keukentafel, ook als we het oneens zijn. Wie van het land leeft, praat mee over het land.",
        activities: "Drie erfgesprekken in drie provincies, en een bijdrage aan het verkiezingsprogramma.",
        team: [66, 67, 68, 69],
        course: Course::Approved("Begin met het erfgesprek in het noorden.", 0),
        days: 9,
    },
    Plan {
        slug: "netwerk-financien-economie",
        name: "Netwerk financiën & economie",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Economen, ondernemers en werknemers doordenken een economie van het genoeg.",
        ground: "We willen dat de economie mensen dient en niet andersom, en we kennen de praktijk van ondernemen, bankieren en belasting.",
        activities: "Vier avonden over belasting, schulden, familiebedrijven en de waarde van werk.",
        team: [70, 71, 72, 73],
        course: Course::Advised,
        days: 6,
    },
    Plan {
        slug: "netwerk-armoede-schulden-en-bestaanszekerheid",
        name: "Netwerk armoede, schulden en bestaanszekerheid",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Mensen die armoede kennen en mensen die daarbij helpen, laten de partij zien wat er nodig is.",
        ground: "Diakenen, schuldhulpmaatjes, ervaringsdeskundigen en wethouders: samen weten we waar het systeem knelt.",
        activities: "Een ronde langs zes voedselbanken, en een lijst van regels die anders kunnen.",
        team: [74, 75, 76, 77],
        course: Course::InReview,
        days: 5,
    },
    Plan {
        slug: "wonen-en-ruimte-netwerk",
        name: "Wonen en ruimte netwerk",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 60,
        purpose: "Leden die bouwen, wonen, verhuren of zoeken, denken mee over een thuis voor iedereen.",
        ground: "Architecten, makelaars, corporaties, raadsleden en starters zonder huis: we kijken elk van een andere kant naar dezelfde straat.",
        activities: "Een excursie naar twee hofjes, drie online avonden, en een advies over gemeenschappelijk wonen.",
        team: [78, 79, 80, 81],
        course: Course::Submitted,
        days: 3,
    },
    Plan {
        slug: "netwerk-eu",
        name: "Netwerk EU",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 40,
        purpose: "Leden met kennis van Europa helpen de partij om op tijd mee te praten over wat in Brussel begint.",
        ground: "We werken bij instellingen, bedrijven en kerken die met Europa te maken hebben, en missen een plek om dat te delen.",
        activities: "Vier avonden in Brussel met onze vertegenwoordigers, en een nieuwsbrief.",
        team: [82, 83, 84, 85],
        course: Course::Returned,
        days: 4,
    },
    Plan {
        slug: "netwerk-jeugd-en-gezin",
        name: "Netwerk jeugd en gezin",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Ouders, jongeren en mensen uit de jeugdzorg denken mee over wat gezinnen sterker maakt.",
        ground: "Elk kind verdient een thuis. We kennen gezinnen van binnenuit, en de hulp van binnen en van buiten.",
        activities: "Een avond met pleegouders, een avond met jongeren, en een bezoek aan een wijkteam.",
        team: [86, 87, MEMBER, 88],
        course: Course::Drafted,
        days: 2,
    },
    Plan {
        slug: "netwerk-vrede-zoeken-recht-doen-wereldwijd",
        name: "Netwerk vrede zoeken & recht doen wereldwijd",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leden met kennis van buitenlands beleid, ontwikkeling, asiel en godsdienstvrijheid geven raad en houden het gesprek wakker.",
        ground: "Oud-diplomaten, ontwikkelingswerkers en mensen die zelf vluchtten: de wereld zit bij ons aan tafel.",
        activities: "Drie thema-avonden, en een jaarlijkse brief over vervolgde christenen.",
        team: [89, 90, 91, 92],
        course: Course::Drafted,
        days: 8,
    },
    Plan {
        slug: "netwerk-digitale-samenleving",
        name: "Netwerk digitale samenleving",
        kind: NetworkKind::Theme,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leden uit de techniek denken na over menselijkheid in een digitale wereld.",
        ground: "We maken software, geven les of voeden kinderen op, en zien wat schermen doen.",
        activities: "Een lezing en drie online avonden.",
        team: [93, 94, 95, 96],
        course: Course::Rejected(
            "Het onderwerp is belangrijk, maar het plan lijkt sterk op dat van het Onderwijsnetwerk. Maak eerst samen een werkgroep binnen dat netwerk.",
        ),
        days: 98,
    },
    Plan {
        slug: "netwerk-sport-en-vrijwilligers",
        name: "Netwerk sport en vrijwilligers",
        kind: NetworkKind::Community,
        sensitivity: Sensitivity::Normal,
        goal: 50,
        purpose: "Leden die actief zijn in de sport en als vrijwilliger ontmoeten elkaar.",
        ground: "We staan langs de lijn, in het bestuur en achter de bar.",
        activities: "Een toernooi en twee ontmoetingen.",
        team: [97, 98, 99, 100],
        course: Course::Withdrawn("Twee van ons krijgen het te druk. We proberen het volgend jaar opnieuw, met meer mensen."),
        days: 47,
    },
];

/// The text of a section.
pub(super) fn written(plan: &Plan, section: SectionKind) -> String {
    let text = match section {
        SectionKind::Purpose => plan.purpose,
        SectionKind::SharedGround => plan.ground,
        SectionKind::Activities => plan.activities,
        SectionKind::Organisation => {
            "Een kerngroep van vier leden, die elke maand een uur online overlegt. Eén van ons is aanspreekpunt voor het partijbureau. Voor grotere vragen \
             vormen we een werkgroep met leden die er verstand van hebben."
        }
        SectionKind::Duration => "Drie jaar, met halverwege een evaluatie. Daarna beslist het bestuur met ons of we doorgaan.",
        SectionKind::Growth => {
            return format!(
                "Na een jaar willen we {} leden uit het hele land. We beginnen in ons eigen netwerk, en staan op het congres met een tafel.",
                plan.goal
            );
        }
        SectionKind::Budget => "750 euro per jaar: zaalhuur voor twee avonden, reiskosten van sprekers en koffie.",
    };
    text.to_owned()
}
