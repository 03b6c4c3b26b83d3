//! Areas: geography, the same for every organisation.

use std::collections::{BTreeMap, BTreeSet};

use csv::{ReaderBuilder, StringRecord, Trim};
use vliegwiel_domain::areas::{Area, AreaCode, AreaError, AreaRow, COUNTRY_CODE, PROVINCES, Validity, province_code};
use vliegwiel_domain::ids::AreaId;
use vliegwiel_persistence::areas;
pub use vliegwiel_persistence::areas::Filter;

use crate::app::{App, commit};
use crate::audit::{self, Deed};
use crate::error::{Error, Flaw, Result};

/// Name of the country.
const COUNTRY: &str = "Nederland";
/// First line of an import file.
const HEADER: [&str; 3] = ["code", "name", "province"];
/// What follows in the first line of a file that tells when municipalities exist, as lists of reclassified municipalities do.
const VALIDITY_HEADER: [&str; 3] = ["valid_from", "valid_to", "successor"];

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Municipalities that were not there.
    pub added: u32,
    /// Municipalities that got another name, province, first or last day, or successor.
    pub changed: u32,
    /// Municipalities that were there as they are.
    pub unchanged: u32,
}

/// Areas by name. One statement.
///
/// # Errors
/// When the database refuses.
pub async fn list(app: &App, filter: &Filter) -> Result<Vec<Area>> {
    Ok(areas::list(app.db.read(), filter).await?)
}

/// One area. One statement.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn get(app: &App, area: AreaId) -> Result<Area> {
    areas::one(app.db.read(), area).await?.ok_or(Error::NotFound)
}

/// Make sure that the country and its twelve provinces are there.
///
/// # Errors
/// When the database refuses.
pub async fn lay_ground(app: &App) -> Result<()> {
    import(app, b"code,name,province\n").await.map(|_| ())
}

/// Take in municipalities from a file with lines of `code,name,province` after a header, or of these and `valid_from,valid_to,successor`: two days
/// such as `2023-12-31` and the code of the municipality it went up in, each of which may be empty. The country and the provinces are made where
/// they are missing. Repeating an import changes nothing.
///
/// # Errors
/// [`Error::Invalid`] with one flaw for each broken line, its pointer being `/lines/` and the number of the line: then nothing is taken in.
pub async fn import(app: &App, file: &[u8]) -> Result<ImportReport> {
    let rows = read(file)?;
    let tx = app.begin_write().await?;
    let mut known: BTreeMap<String, Area> = areas::all(&tx).await?.into_iter().map(|area| (area.code.as_str().to_owned(), area)).collect();
    let ground = ground(app, &known)?;
    areas::put_all(&tx, &ground).await?;
    known.extend(ground.into_iter().map(|area| (area.code.as_str().to_owned(), area)));
    let (changes, report) = changes(app, &rows, &known)?;
    areas::put_all(&tx, &changes).await?;
    audit::record_installation(&tx, app, Deed::new("areas.import", uuid::Uuid::nil())).await?;
    commit(tx).await?;
    Ok(report)
}

/// The country and the provinces that are missing, the country first.
fn ground(app: &App, known: &BTreeMap<String, Area>) -> Result<Vec<Area>> {
    let country = match known.get(COUNTRY_CODE) {
        Some(country) => country.clone(),
        None => area(app, COUNTRY_CODE, COUNTRY, None)?,
    };
    let mut missing = Vec::new();
    if !known.contains_key(COUNTRY_CODE) {
        missing.push(country.clone());
    }
    for (code, name) in PROVINCES.iter().filter(|(code, _)| !known.contains_key(*code)) {
        missing.push(area(app, code, name, Some(country.id))?);
    }
    Ok(missing)
}

/// What is new about the rows, or all that is wrong with them.
fn changes(app: &App, rows: &[Line], known: &BTreeMap<String, Area>) -> Result<(Vec<Area>, ImportReport)> {
    let mut after = known.clone();
    let mut flaws = Vec::new();
    for line in rows {
        match described(app, &line.row, known)? {
            Ok(area) => drop(after.insert(line.row.code.as_str().to_owned(), area)),
            Err(error) => flaws.push(flaw_of(line.number, &error)),
        }
    }
    let (mut changes, mut report) = (Vec::new(), ImportReport::default());
    for line in rows {
        let Some(area) = after.get(line.row.code.as_str()).cloned() else { continue };
        match (succeeded(area, &line.row, &after), known.get(line.row.code.as_str())) {
            (Err(error), _) => flaws.push(flaw_of(line.number, &error)),
            (Ok(same), Some(before)) if same == *before => report.unchanged = report.unchanged.saturating_add(1),
            (Ok(other), before) => {
                let count = if before.is_some() { &mut report.changed } else { &mut report.added };
                *count = count.saturating_add(1);
                changes.push(other);
            }
        }
    }
    if flaws.is_empty() { Ok((changes, report)) } else { Err(Error::Invalid(flaws)) }
}

/// The area as a row describes it, apart from what it went up in.
fn described(app: &App, row: &AreaRow, known: &BTreeMap<String, Area>) -> Result<std::result::Result<Area, AreaError>> {
    let parent = known.get(province_code(&row.province)?.as_str()).map(|province| province.id);
    let before = match known.get(row.code.as_str()) {
        Some(before) => before.clone(),
        None => area(app, row.code.as_str(), &row.name, parent)?,
    };
    let named = Area { name: row.name.clone(), parent, ..before };
    Ok(match &row.validity {
        None => Ok(named),
        Some(validity) => named.existing(validity.from, validity.to),
    })
}

/// The area with what it went up in, where the row tells that.
fn succeeded(area: Area, row: &AreaRow, all: &BTreeMap<String, Area>) -> std::result::Result<Area, AreaError> {
    let Some((code, last_day)) = row.validity.as_ref().and_then(|validity| validity.successor.as_ref().zip(validity.to)) else {
        return Ok(area);
    };
    let successor = all.get(code.as_str()).ok_or(AreaError::InvalidSuccessor)?;
    area.succeeded_by(successor, last_day)
}

fn area(app: &App, code: &str, name: &str, parent: Option<AreaId>) -> Result<Area> {
    Ok(Area {
        id: app.new_id(),
        code: AreaCode::parse(code)?,
        name: name.to_owned(),
        parent,
        valid_from: None,
        valid_to: None,
        successor: None,
    })
}

/// A row with the number of its line.
#[derive(Debug)]
struct Line {
    number: u64,
    row: AreaRow,
}

/// All rows of a file, or all that is wrong with it.
fn read(file: &[u8]) -> Result<Vec<Line>> {
    let text = file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file);
    let mut lines = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(text);
    let (mut rows, mut flaws, mut codes) = (Vec::new(), Vec::new(), BTreeSet::new());
    let Some(fields) = lines.headers().ok().and_then(fields_of) else {
        let detail = "the first line is code,name,province or code,name,province,valid_from,valid_to,successor";
        return Err(Error::Invalid(vec![flaw(1, "wrong-header", detail)]));
    };
    for record in lines.records() {
        match record.map_err(|error| unreadable(&error)).and_then(|record| row(&record, fields, &mut codes)) {
            Ok(row) => rows.push(row),
            Err(broken) => flaws.push(broken),
        }
    }
    if flaws.is_empty() { Ok(rows) } else { Err(Error::Invalid(flaws)) }
}

/// How many fields a line has under this header.
fn fields_of(header: &StringRecord) -> Option<usize> {
    let is = |wanted: &mut dyn Iterator<Item = &str>| header.iter().eq(wanted);
    let fits = is(&mut HEADER.into_iter()) || is(&mut HEADER.into_iter().chain(VALIDITY_HEADER));
    fits.then(|| header.len())
}

fn row(record: &StringRecord, fields: usize, codes: &mut BTreeSet<String>) -> std::result::Result<Line, Flaw> {
    let number = record.position().map_or(0, csv::Position::line);
    if record.len() != fields {
        return Err(flaw(number, "wrong-length", &format!("a line has {fields} fields, as the first line says")));
    }
    let row = parsed(record).map_err(|error| flaw_of(number, &error))?;
    if codes.insert(row.code.as_str().to_owned()) {
        Ok(Line { number, row })
    } else {
        Err(flaw(number, "duplicate-code", "this code stands in the file before"))
    }
}

fn parsed(record: &StringRecord) -> std::result::Result<AreaRow, AreaError> {
    let field = |index: usize| record.get(index).unwrap_or_default();
    let row = AreaRow::parse(field(0), field(1), field(2))?;
    province_code(&row.province)?;
    let validity = if record.len() > HEADER.len() { Some(Validity::parse(field(3), field(4), field(5))?) } else { None };
    Ok(AreaRow { validity, ..row })
}

fn unreadable(error: &csv::Error) -> Flaw {
    flaw(error.position().map_or(0, csv::Position::line), "unreadable", "this line is not UTF-8 text")
}

fn flaw(line: u64, code: &'static str, detail: &str) -> Flaw {
    Flaw { pointer: format!("/lines/{line}"), code, detail: detail.to_owned() }
}

/// What a rule refuses in a line; its code is that of the rule without its capability.
fn flaw_of(line: u64, error: &AreaError) -> Flaw {
    flaw(line, error.code().split_once('/').map_or("invalid-value", |(_, code)| code), &error.to_string())
}

impl From<AreaError> for Error {
    fn from(error: AreaError) -> Self {
        match error {
            AreaError::Field(refused) => refused.into(),
            AreaError::InvalidCode
            | AreaError::NotAMunicipality
            | AreaError::UnknownProvince
            | AreaError::InvalidDay
            | AreaError::InvalidPeriod
            | AreaError::InvalidSuccessor => Self::rule(error.code(), &error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(file: &str) -> Vec<(String, &'static str)> {
        match read(file.as_bytes()) {
            Err(Error::Invalid(flaws)) => flaws.into_iter().map(|flaw| (flaw.pointer, flaw.code)).collect(),
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn a_comma_between_quotes_belongs_to_the_name() {
        let rows = read("code,name,province\nGM0820,\"Nuenen, Gerwen en Nederwetten\",Noord-Brabant\n".as_bytes()).unwrap();

        assert_eq!(rows.first().map(|line| line.row.name.as_str()), Some("Nuenen, Gerwen en Nederwetten"));
    }

    #[test]
    fn every_broken_line_is_named_with_its_number() {
        let file = "code,name,province\nGM0106,Assen,Drenthe\nPV22,Drenthe,Drenthe\nGM9,Kort,Drenthe\nGM0107,Zonder\nGM0106,Weer,Drenthe\n\
                    GM0108,Ver,Atlantis\nGM0109,,Drenthe\n";

        let lines = broken(file);

        let at = |line: u32, code: &'static str| (format!("/lines/{line}"), code);
        assert_eq!(
            lines,
            [
                at(3, "not-a-municipality"),
                at(4, "invalid-code"),
                at(5, "wrong-length"),
                at(6, "duplicate-code"),
                at(7, "unknown-province"),
                at(8, "invalid-text"),
            ]
        );
    }

    #[test]
    fn a_file_without_the_header_is_refused() {
        assert_eq!(broken("GM0106,Assen,Drenthe\n"), [("/lines/1".to_owned(), "wrong-header")]);
        assert_eq!(broken(""), [("/lines/1".to_owned(), "wrong-header")]);
    }

    #[test]
    fn a_file_of_a_spreadsheet_is_read() {
        let rows = read(b"\xEF\xBB\xBFcode,name,province\r\nGM0106,Assen,Drenthe\r\n").unwrap();

        assert_eq!(rows.len(), 1);
    }
}
