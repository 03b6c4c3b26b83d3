//! Netwerkpartij: ten theme networks and six others that members wished for; some run, some are planned.
//!
//! Source: Netwerkpartij (`ChristenUnie`): the list of wished networks, the core group of four, the founding plan, 50 members after a year, and
//! a start with five networks. People, dates and the texts of plans are invented.

mod meetings;
mod networks;
mod plan_texts;
mod plans;

use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::organizations::{OrganizationError, OrganizationKind, Rules, Settings};
use vliegwiel_domain::positions::Body;
use vliegwiel_domain::text::Language;
use vliegwiel_domain::units::UnitKind;

use super::calendar::{Calendar, plus_days};
use super::script::{ADMINISTRATOR, BOARD, CORE_GROUP, Deed, Newcomer, OFFICE, Script, UnitLine};
use super::theme;
use super::writing::Writer;

/// The script of the Netwerkpartij.
///
/// # Errors
/// [`OrganizationError`] for a colour that is none.
pub fn script(calendar: Calendar) -> Result<Script, OrganizationError> {
    let mut writer = Writer::new("netwerkpartij", calendar, 1_000, 165, 70);
    writer.direct(|who, person| person.is_public |= who <= CORE_GROUP || who.is_multiple_of(4));
    staff(&mut writer);
    networks::write(&mut writer);
    plans::write(&mut writer);
    meetings::write(&mut writer);
    let newcomer = Newcomer { name: "Rivka Terpstra-Lopes".to_owned(), email: "rivka.terpstra@post.example".to_owned() };
    writer.on(calendar.ago(5), Deed::Register(newcomer));
    let (cast, scenes) = writer.finish();
    Ok(Script { slug: "netwerkpartij", kind: OrganizationKind::Party, settings: settings()?, cast, scenes })
}

fn settings() -> Result<Settings, OrganizationError> {
    Ok(Settings {
        name: "Netwerkpartij".to_owned(),
        description: "Een vereniging waar het bruist: leden met kennis van zaken zoeken elkaar op en denken mee over de christelijk-sociale agenda van \
                      morgen. Er zijn themanetwerken, rond een onderwerp, en netwerken waar leden elkaar ontmoeten rond iets dat ze delen. Elk netwerk \
                      heeft een kerngroep van minstens vier leden. Een nieuw netwerk begint met een kort oprichtingsplan."
            .to_owned(),
        time_zone: Amsterdam,
        language: Language::Nl,
        theme: theme("#0e6e6e", "#f2b84b", 18)?,
        rules: Rules::default(),
    })
}

fn staff(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let country = UnitLine { name: "Landelijk", kind: UnitKind::National, parent: None, area: None };
    let mut units = vec![country];
    for (name, area) in [("Afdeling Zwolle", "GM0193"), ("Afdeling Amersfoort en Utrecht", "GM0344"), ("Afdeling Rotterdam", "GM0599")] {
        units.push(UnitLine { name, kind: UnitKind::Chapter, parent: Some("Landelijk"), area: Some(area) });
    }
    for unit in units {
        writer.on(plus_days(opening, 1), Deed::AddUnit(unit));
    }
    for (who, body, title) in [
        (ADMINISTRATOR, Body::Administration, "Beheerder"),
        (OFFICE, Body::Office, "Coördinator partijnetwerken"),
        (6, Body::Office, "Medewerker partijbureau"),
        (7, Body::Office, "Medewerker ledenadministratie"),
        (BOARD, Body::Board, "Voorzitter"),
        (8, Body::Board, "Vicevoorzitter"),
        (9, Body::Board, "Penningmeester"),
        (10, Body::Board, "Lid van het Landelijk Bestuur"),
        (11, Body::Board, "Lid van het Landelijk Bestuur"),
    ] {
        writer.on(plus_days(opening, 2), Deed::Staff(who, body, title));
    }
}
