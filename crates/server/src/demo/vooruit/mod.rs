//! Vooruit: the Els Borst Netwerk, open to non-members, with ambassadors and a network day; and V/M Sociale Innovatie, with evenings on Mondays.
//!
//! Source: Over het Els Borst Netwerk; Over V/M Sociale Innovatie (D66). People, dates and the subjects of meetings are invented.

mod els_borst;
mod social_innovation;

use chrono_tz::Europe::Amsterdam;
use vliegwiel_domain::affiliations::AffiliationKind;
use vliegwiel_domain::organizations::{OrganizationError, OrganizationKind, Rules, Settings};
use vliegwiel_domain::positions::Body;
use vliegwiel_domain::text::Language;
use vliegwiel_domain::units::UnitKind;

use super::calendar::{Calendar, plus_days};
use super::script::{ADMINISTRATOR, BOARD, CORE_GROUP, Deed, Newcomer, OFFICE, Script, UnitLine};
use super::theme;
use super::writing::Writer;

/// The script of Vooruit.
///
/// # Errors
/// [`OrganizationError`] for a colour that is none.
pub fn script(calendar: Calendar) -> Result<Script, OrganizationError> {
    let mut writer = Writer::new("vooruit", calendar, 2_000, 112, 60);
    writer.direct(|who, person| {
        person.is_public |= who <= CORE_GROUP || (10..=40).contains(&who);
        if who > 50 && who.is_multiple_of(3) {
            person.kind = AffiliationKind::Supporter;
        }
    });
    staff(&mut writer);
    els_borst::write(&mut writer);
    social_innovation::write(&mut writer);
    let newcomer = Newcomer { name: "Jorinde Amrani-Kok".to_owned(), email: "jorinde.amrani@post.example".to_owned() };
    writer.on(calendar.ago(6), Deed::Register(newcomer));
    let (cast, scenes) = writer.finish();
    Ok(Script { slug: "vooruit", kind: OrganizationKind::Party, settings: settings()?, cast, scenes })
}

fn settings() -> Result<Settings, OrganizationError> {
    Ok(Settings {
        name: "Vooruit".to_owned(),
        description: "Een partij waar leden en niet-leden in netwerken werken aan meer gelijkheid en sociale vernieuwing. Kom naar een netwerkdag, schuif op \
                      maandagavond aan in Den Haag of Utrecht, of begin iets met de ambassadeur in jouw stad."
            .to_owned(),
        time_zone: Amsterdam,
        language: Language::Nl,
        theme: theme("#2345b5", "#ff7a59", 4)?,
        rules: Rules::default(),
    })
}

fn staff(writer: &mut Writer) {
    let opening = writer.calendar.opening();
    let country = UnitLine { name: "Landelijk", kind: UnitKind::National, parent: None, area: None };
    writer.on(plus_days(opening, 1), Deed::AddUnit(country));
    for (name, area) in [("Afdeling Utrecht", "GM0344"), ("Afdeling Den Haag", "GM0518"), ("Afdeling Groningen", "GM0014")] {
        let unit = UnitLine { name, kind: UnitKind::Chapter, parent: Some("Landelijk"), area: Some(area) };
        writer.on(plus_days(opening, 1), Deed::AddUnit(unit));
    }
    for (who, body, title) in [
        (ADMINISTRATOR, Body::Administration, "Beheerder"),
        (OFFICE, Body::Office, "Coördinator netwerken"),
        (6, Body::Office, "Medewerker verenigingszaken"),
        (BOARD, Body::Board, "Voorzitter"),
        (7, Body::Board, "Secretaris"),
        (8, Body::Board, "Bestuurslid vereniging"),
    ] {
        writer.on(plus_days(opening, 2), Deed::Staff(who, body, title));
    }
}
