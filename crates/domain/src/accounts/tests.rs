use strum::IntoEnumIterator;
use uuid::Uuid;

use super::*;

#[test]
fn every_state_answers_every_command() {
    use AccountCommand as C;
    use AccountState as S;
    let allowed = [
        (S::Unconfirmed, C::Confirm, S::Active),
        (S::Unconfirmed, C::Suspend, S::Suspended),
        (S::Active, C::Suspend, S::Suspended),
        (S::Suspended, C::Restore, S::Active),
    ];

    for state in S::iter() {
        for command in C::iter() {
            let expected = allowed.iter().find(|(from, with, _)| (*from, *with) == (state, command));
            let expected = expected.map_or(Err(AccountError::WrongState { state, command }), |(_, _, to)| Ok(*to));

            assert_eq!(state.after(command), expected, "{state:?} {command:?}");
        }
    }
}

#[test]
fn an_account_is_confirmed_once() {
    let email = EmailAddress::parse("lid@netwerkpartij.example").unwrap();
    let account = Account::register(Uuid::from_u128(1).into(), email, Language::Nl, DateTime::UNIX_EPOCH);

    let confirmed = account.confirm(DateTime::UNIX_EPOCH).unwrap();

    assert_eq!(confirmed.confirmed_at, Some(DateTime::UNIX_EPOCH));
    assert_eq!(confirmed.confirm(DateTime::UNIX_EPOCH).map_err(|error| error.code()), Err("accounts/wrong-state"));
}

#[test]
fn a_password_is_accepted_as_typed_or_refused_with_a_reason() {
    let forbidden = ["vliegwiel", "netwerkpartij", "lid"];
    let long = "é".repeat(PASSWORD_MAX);
    let too_long = "a".repeat(PASSWORD_MAX + 1);
    for (text, expected) in [
        ("kort", Some(AccountError::PasswordTooShort)),
        ("elf tekens!", Some(AccountError::PasswordTooShort)),
        ("twaalf teken", None),
        ("  spaties blijven  ", None),
        ("🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲", None),
        (long.as_str(), None),
        (too_long.as_str(), Some(AccountError::PasswordTooLong)),
        ("Netwerkpartij2026", Some(AccountError::PasswordForbidden)),
        ("vliegwielNETWERKPARTIJ!", Some(AccountError::PasswordForbidden)),
        ("het vliegwiel draait al jaren rond", None),
        ("geldigheidlid", None),
    ] {
        let chosen = Password::choose(text, &forbidden);

        assert_eq!(chosen.as_ref().err(), expected.as_ref(), "{text}");
        assert!(chosen.is_err() || chosen.is_ok_and(|password| password.as_str() == text));
    }
}

#[test]
fn a_password_is_not_printed() {
    let password = Password::choose("het regent in Assen", &[]).unwrap();

    assert_eq!(format!("{password:?}"), "Password(…)");
}

#[test]
fn a_link_works_once_and_not_too_late() {
    let expires = DateTime::UNIX_EPOCH + TokenPurpose::ResetPassword.lifetime();

    assert_eq!(follow(expires, None, expires - TimeDelta::milliseconds(1)), Ok(()));
    assert_eq!(follow(expires, None, expires), Err(AccountError::LinkExpired));
    assert_eq!(follow(expires, Some(DateTime::UNIX_EPOCH), DateTime::UNIX_EPOCH), Err(AccountError::LinkUsed));
}
