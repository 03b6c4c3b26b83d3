//! What an operator does for organisations: their first administrator, and geography.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use vliegwiel_application::administrators::{self, NewOrganization};
use vliegwiel_application::{Error, areas};
use vliegwiel_domain::organizations::OrganizationKind;
use vliegwiel_domain::text::EmailAddress;

use crate::configuration::Configuration;
use crate::failure::Failure;
use crate::opening::{self, Opened, Outside};

/// The first administrator of an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Administrator {
    organization: String,
    email: EmailAddress,
    founding: Option<(String, OrganizationKind)>,
}

/// `vliegwiel admin`.
pub fn admin(with: impl FnOnce(Command) -> Command) -> Command {
    let value = |name: &'static str, value: &'static str, help: &'static str| Arg::new(name).long(name).value_name(value).help(help);
    let create = Command::new("create")
        .about("Print a link that makes someone administrator of an organisation; it works once, for seven days")
        .arg(value("organization", "SLUG", "Name of the organisation in addresses").required(true))
        .arg(value("email", "ADDRESS", "Address of the administrator").required(true).value_parser(address))
        .arg(value("name", "NAME", "Makes the organisation when there is none: what it is called").requires("kind"))
        .arg(
            value("kind", "KIND", "Makes the organisation when there is none: party, umbrella or civic")
                .requires("name")
                .value_parser(kind),
        );
    Command::new("admin").about("Administrators of organisations").subcommand_required(true).subcommand(with(create))
}

/// `vliegwiel areas`.
pub fn areas(with: impl FnOnce(Command) -> Command) -> Command {
    let file = Arg::new("file")
        .value_name("FILE.csv")
        .help("Lines of code,name,province[,valid_from,valid_to,successor] after a header")
        .required(true);
    let import = Command::new("import")
        .about("Take in municipalities; repeating it changes nothing, and a file with a broken line is not taken in at all")
        .arg(file.value_parser(value_parser!(PathBuf)));
    Command::new("areas").about("Provinces and municipalities").subcommand_required(true).subcommand(with(import))
}

/// What the command line says about an administrator.
#[must_use]
pub fn administrator(matches: &ArgMatches) -> Option<Administrator> {
    let text = |name: &str| matches.get_one::<String>(name).cloned();
    let founding = text("name").zip(matches.get_one::<OrganizationKind>("kind").copied());
    Some(Administrator { organization: text("organization")?, email: matches.get_one::<EmailAddress>("email")?.clone(), founding })
}

/// The file that the command line names.
#[must_use]
pub fn file(matches: &ArgMatches) -> Option<PathBuf> {
    matches.get_one::<PathBuf>("file").cloned()
}

fn address(text: &str) -> Result<EmailAddress, String> {
    EmailAddress::parse(text).map_err(|error| error.to_string())
}

fn kind(text: &str) -> Result<OrganizationKind, String> {
    text.parse().map_err(|_| "choose party, umbrella or civic".to_owned())
}

/// `vliegwiel admin create`.
///
/// # Errors
/// [`Failure`]; [`Failure::Unknown`] for an organisation that does not exist.
pub async fn create_administrator(configuration: &Configuration, wish: &Administrator) -> Result<(), Failure> {
    let opened = open(configuration).await?;
    let founding = wish.founding.clone().map(|(name, kind)| NewOrganization { name, kind });
    let link = administrators::invite(&opened.app, &wish.organization, &wish.email, founding).await;
    opened.close().await;
    let link = link.map_err(|error| match error {
        Error::NotFound => Failure::Unknown(format!("there is no organisation {}; --name and --kind make one", wish.organization)),
        other => other.into(),
    })?;
    writeln!(io::stdout(), "Give this link to the administrator. It works once, for seven days:\n{link}")?;
    Ok(())
}

/// `vliegwiel areas import`.
///
/// # Errors
/// [`Failure`]; [`Failure::Unknown`] for a file that cannot be read, or with broken lines, which are named first.
pub async fn import_areas(configuration: &Configuration, path: &Path) -> Result<(), Failure> {
    let text = std::fs::read(path).map_err(|cause| Failure::Unknown(format!("{} cannot be read: {cause}", path.display())))?;
    let opened = open(configuration).await?;
    let imported = areas::import(&opened.app, &text).await;
    opened.close().await;
    match imported {
        Ok(report) => {
            let areas::ImportReport { added, changed, unchanged } = report;
            writeln!(io::stdout(), "{added} added, {changed} changed, {unchanged} as they were")?;
            Ok(())
        }
        Err(Error::Invalid(flaws)) => {
            for flaw in &flaws {
                let line = flaw.pointer.strip_prefix("/lines/").unwrap_or_default();
                writeln!(io::stderr(), "{}:{line}: {}", path.display(), flaw.detail)?;
            }
            Err(Failure::Unknown(format!("nothing was taken in: {} lines are not right", flaws.len())))
        }
        Err(other) => Err(other.into()),
    }
}

async fn open(configuration: &Configuration) -> Result<Opened, Failure> {
    opening::open(configuration, Outside::real(), configuration.public_url_at(configuration.bind)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Administrator, clap::Error> {
        let matches = admin(|command| command).try_get_matches_from(line.split(' '))?;
        Ok(administrator(matches.subcommand_matches("create").unwrap()).unwrap())
    }

    #[test]
    fn an_administrator_has_an_organisation_and_an_address() {
        let wish = parsed("admin create --organization drenthe --email beheer@drenthe.example").unwrap();

        assert_eq!((wish.organization.as_str(), wish.founding), ("drenthe", None));
        assert!(parsed("admin create --organization drenthe").is_err());
        assert!(parsed("admin create --organization drenthe --email geen-adres").is_err());
    }

    #[test]
    fn an_organisation_is_made_with_a_name_and_a_kind() {
        let line = "admin create --organization nieuw --email beheer@nieuw.example --name Nieuw";

        let both = parsed(&format!("{line} --kind civic")).unwrap();

        assert_eq!(both.founding, Some(("Nieuw".to_owned(), OrganizationKind::Civic)));
        assert!(parsed(line).is_err());
        assert!(parsed(&format!("{line} --kind club")).is_err());
    }
}
