//! Areas: geography only. The units of an organisation are its own; a municipality belongs to no party.

use chrono::NaiveDate;
use strum::{EnumIter, EnumString, IntoStaticStr};

use crate::ids::AreaId;
use crate::text::{FieldError, line_of};

/// Longest name of an area, in characters. Our choice.
pub const NAME_MAX: usize = 120;

/// Code of the one country.
pub const COUNTRY_CODE: &str = "NL";

/// Level of an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, EnumString, IntoStaticStr, EnumIter)]
#[strum(serialize_all = "kebab-case")]
pub enum AreaKind {
    /// The Netherlands.
    Country,
    /// One of the twelve provinces.
    Province,
    /// A municipality.
    Municipality,
}

impl AreaKind {
    /// Stable code, such as `municipality`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// The level an area of this level lies directly in; none for the country.
    #[must_use]
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Country => None,
            Self::Province => Some(Self::Country),
            Self::Municipality => Some(Self::Province),
        }
    }
}

/// Official code of an area: `NL`, `PV22`, `GM0106`.
///
/// Source: Statistics Netherlands (CBS), "Gebieden in Nederland".
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaCode(String);

impl AreaCode {
    /// Parse a code; lower case is accepted.
    ///
    /// # Errors
    /// [`AreaError::InvalidCode`].
    pub fn parse(text: &str) -> Result<Self, AreaError> {
        let code = text.trim().to_ascii_uppercase();
        if kind_of(&code).is_some() { Ok(Self(code)) } else { Err(AreaError::InvalidCode) }
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The level that the letters of the code name.
    #[must_use]
    pub fn kind(&self) -> AreaKind {
        kind_of(&self.0).unwrap_or(AreaKind::Country)
    }
}

fn kind_of(code: &str) -> Option<AreaKind> {
    let digits = |rest: &str, count: usize| rest.len() == count && rest.bytes().all(|byte| byte.is_ascii_digit());
    if code == COUNTRY_CODE {
        Some(AreaKind::Country)
    } else if code.strip_prefix("PV").is_some_and(|rest| digits(rest, 2)) {
        Some(AreaKind::Province)
    } else if code.strip_prefix("GM").is_some_and(|rest| digits(rest, 4)) {
        Some(AreaKind::Municipality)
    } else {
        None
    }
}

/// A piece of the map with an official code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// Its id.
    pub id: AreaId,
    /// Official code; the level follows from it.
    pub code: AreaCode,
    /// Name in Dutch.
    pub name: String,
    /// The area it lies directly in; absent for the country.
    pub parent: Option<AreaId>,
    /// First day it exists; absent when unknown.
    pub valid_from: Option<NaiveDate>,
    /// Last day it exists; absent while it does.
    pub valid_to: Option<NaiveDate>,
    /// The area it went up in, after a merger of municipalities.
    pub successor: Option<AreaId>,
}

impl Area {
    /// Level of the area.
    #[must_use]
    pub fn kind(&self) -> AreaKind {
        self.code.kind()
    }

    /// Whether the area exists on `day`; both ends count.
    #[must_use]
    pub fn is_valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// The area with the days it exists; what it went up in is told apart: see [`Area::succeeded_by`].
    ///
    /// # Errors
    /// [`AreaError::InvalidPeriod`] when it would end before it began.
    pub fn existing(self, valid_from: Option<NaiveDate>, valid_to: Option<NaiveDate>) -> Result<Self, AreaError> {
        if valid_from.zip(valid_to).is_some_and(|(from, to)| to < from) {
            return Err(AreaError::InvalidPeriod);
        }
        Ok(Self { valid_from, valid_to, successor: None, ..self })
    }

    /// Let the area go up in `successor` after its `last_day`.
    ///
    /// # Errors
    /// [`AreaError::InvalidSuccessor`] for itself, another level, or a successor that does not exist the day after;
    /// [`AreaError::InvalidPeriod`] when it would end before it began.
    pub fn succeeded_by(self, successor: &Self, last_day: NaiveDate) -> Result<Self, AreaError> {
        if self.valid_from.is_some_and(|from| last_day < from) {
            return Err(AreaError::InvalidPeriod);
        }
        let day_after = last_day.succ_opt().ok_or(AreaError::InvalidPeriod)?;
        if successor.id == self.id || successor.kind() != self.kind() || !successor.is_valid_on(day_after) {
            return Err(AreaError::InvalidSuccessor);
        }
        Ok(Self { valid_to: Some(last_day), successor: Some(successor.id), ..self })
    }
}

/// One row of an import file: `code,name,province`, or with `valid_from,valid_to,successor` after that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRow {
    /// Code of the municipality.
    pub code: AreaCode,
    /// Its name.
    pub name: String,
    /// Name of the province it lies in.
    pub province: String,
    /// When it exists; absent in a file that does not tell, which leaves what is known.
    pub validity: Option<Validity>,
}

/// When a municipality exists, as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validity {
    /// First day; absent when unknown.
    pub from: Option<NaiveDate>,
    /// Last day; absent while it exists.
    pub to: Option<NaiveDate>,
    /// Code of the municipality it went up in.
    pub successor: Option<AreaCode>,
}

impl Validity {
    /// Parse three fields, each of which may be empty: two days such as `2023-12-31`, and a code.
    ///
    /// # Errors
    /// [`AreaError::InvalidDay`], [`AreaError::InvalidCode`]; [`AreaError::InvalidSuccessor`] for one without a last day.
    pub fn parse(from: &str, to: &str, successor: &str) -> Result<Self, AreaError> {
        let (from, to) = (day(from)?, day(to)?);
        let successor = if successor.trim().is_empty() { None } else { Some(AreaCode::parse(successor)?) };
        if successor.is_some() && to.is_none() {
            return Err(AreaError::InvalidSuccessor);
        }
        Ok(Self { from, to, successor })
    }
}

fn day(text: &str) -> Result<Option<NaiveDate>, AreaError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    NaiveDate::parse_from_str(text, "%Y-%m-%d").map(Some).map_err(|_| AreaError::InvalidDay)
}

impl AreaRow {
    /// Parse the first three fields of a row.
    ///
    /// # Errors
    /// [`AreaError::InvalidCode`], [`AreaError::NotAMunicipality`] or [`AreaError::Field`].
    pub fn parse(code: &str, name: &str, province: &str) -> Result<Self, AreaError> {
        let code = AreaCode::parse(code)?;
        if code.kind() != AreaKind::Municipality {
            return Err(AreaError::NotAMunicipality);
        }
        Ok(Self { code, name: line_of("name", name, NAME_MAX)?, province: line_of("province", province, NAME_MAX)?, validity: None })
    }
}

/// The twelve provinces with their CBS codes, in the order of the codes.
pub const PROVINCES: [(&str, &str); 12] = [
    ("PV20", "Groningen"),
    ("PV21", "Fryslân"),
    ("PV22", "Drenthe"),
    ("PV23", "Overijssel"),
    ("PV24", "Flevoland"),
    ("PV25", "Gelderland"),
    ("PV26", "Utrecht"),
    ("PV27", "Noord-Holland"),
    ("PV28", "Zuid-Holland"),
    ("PV29", "Zeeland"),
    ("PV30", "Noord-Brabant"),
    ("PV31", "Limburg"),
];

/// Code of the province with this name; `Friesland` is understood as `Fryslân`.
///
/// # Errors
/// [`AreaError::UnknownProvince`].
pub fn province_code(name: &str) -> Result<AreaCode, AreaError> {
    let wanted = if name.trim().eq_ignore_ascii_case("friesland") { "fryslân".to_owned() } else { name.trim().to_lowercase() };
    let found = PROVINCES.iter().find(|(_, known)| known.to_lowercase() == wanted);
    found.map(|(code, _)| AreaCode((*code).to_owned())).ok_or(AreaError::UnknownProvince)
}

/// What can be wrong with an area.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AreaError {
    /// Not `NL`, `PV` with two digits or `GM` with four.
    #[error("this is not an area code such as GM0106 or PV22")]
    InvalidCode,
    /// The import takes municipalities only.
    #[error("only municipalities (GM and four digits) can be imported")]
    NotAMunicipality,
    /// No province has this name.
    #[error("no province has this name")]
    UnknownProvince,
    /// Not a day such as `2023-12-31`.
    #[error("this is not a day such as 2023-12-31")]
    InvalidDay,
    /// The area would end before it began.
    #[error("the area would end before it began")]
    InvalidPeriod,
    /// The successor is unknown, the area itself, of another level, or does not exist the day after; or the last day is missing.
    #[error("a successor is another municipality that exists the day after the last day")]
    InvalidSuccessor,
    /// A text was refused.
    #[error(transparent)]
    Field(#[from] FieldError),
}

impl AreaError {
    /// Stable code of the problem type.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::InvalidCode => "areas/invalid-code",
            Self::NotAMunicipality => "areas/not-a-municipality",
            Self::UnknownProvince => "areas/unknown-province",
            Self::InvalidDay => "areas/invalid-day",
            Self::InvalidPeriod => "areas/invalid-period",
            Self::InvalidSuccessor => "areas/invalid-successor",
            Self::Field(_) => "areas/invalid-text",
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn on(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn municipality(number: u128, code: &str) -> Area {
        Area {
            id: Uuid::from_u128(number).into(),
            code: AreaCode::parse(code).unwrap(),
            name: format!("Gemeente {number}"),
            parent: None,
            valid_from: None,
            valid_to: None,
            successor: None,
        }
    }

    #[test]
    fn the_level_follows_from_the_code() {
        for (text, kind) in [("NL", AreaKind::Country), ("pv22", AreaKind::Province), (" GM0106 ", AreaKind::Municipality)] {
            assert_eq!(AreaCode::parse(text).map(|code| code.kind()), Ok(kind));
        }
    }

    #[test]
    fn what_is_not_a_code_is_refused() {
        for text in ["", "BE", "PV2", "PV222", "GM106", "GM01O6", "GM 0106", "GM０106"] {
            assert_eq!(AreaCode::parse(text), Err(AreaError::InvalidCode), "{text:?}");
        }
    }

    #[test]
    fn a_row_of_the_import_names_a_municipality() {
        assert_eq!(AreaRow::parse("PV22", "Drenthe", "Drenthe"), Err(AreaError::NotAMunicipality));
        assert!(AreaRow::parse("GM0106", "Assen", "Drenthe").is_ok());
    }

    #[test]
    fn friesland_is_understood() {
        assert_eq!(province_code("Friesland"), AreaCode::parse("PV21"));
        assert_eq!(province_code("FRYSLÂN"), AreaCode::parse("PV21"));
        assert_eq!(province_code("Batavia"), Err(AreaError::UnknownProvince));
    }

    #[test]
    fn a_merged_municipality_ends_and_points_on() {
        let old = municipality(1, "GM0001").succeeded_by(&municipality(2, "GM0002"), on(2022, 12, 31)).unwrap();

        assert!(old.is_valid_on(on(2022, 12, 31)));
        assert!(!old.is_valid_on(on(2023, 1, 1)));
        assert_eq!(old.successor, Some(municipality(2, "GM0002").id));
    }

    #[test]
    fn a_file_tells_days_and_a_successor_or_leaves_them_empty() {
        let told = Validity::parse("1998-01-01", " 2023-12-31 ", "gm1996").unwrap();

        assert_eq!((told.from, told.to), (Some(on(1998, 1, 1)), Some(on(2023, 12, 31))));
        assert_eq!(told.successor, AreaCode::parse("GM1996").ok());
        assert_eq!(Validity::parse("", "", ""), Ok(Validity { from: None, to: None, successor: None }));
        assert_eq!(Validity::parse("01-01-1998", "", ""), Err(AreaError::InvalidDay));
        assert_eq!(Validity::parse("", "", "GM1996"), Err(AreaError::InvalidSuccessor));
        assert_eq!(municipality(1, "GM0001").existing(Some(on(2023, 1, 1)), Some(on(2022, 1, 1))), Err(AreaError::InvalidPeriod));
    }

    #[test]
    fn an_area_does_not_succeed_itself_or_another_level() {
        let area = municipality(1, "GM0001");

        assert_eq!(area.clone().succeeded_by(&area, on(2022, 12, 31)), Err(AreaError::InvalidSuccessor));
        assert_eq!(area.succeeded_by(&municipality(2, "PV22"), on(2022, 12, 31)), Err(AreaError::InvalidSuccessor));
    }
}
