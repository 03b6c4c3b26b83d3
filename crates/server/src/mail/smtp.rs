//! Mail over SMTP.

use std::error::Error;
use std::time::Duration;

use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::{self, AsyncSmtpTransport, PoolConfig};
use lettre::{Address, AsyncTransport, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};
use vliegwiel_application::mail::{Mail, MailError, Mailer};
use vliegwiel_domain::text;

use crate::configuration::Wrong;

/// Longest wait for one step of the conversation with the mail server (security.md S33).
const STEP: Duration = Duration::from_secs(15);
/// Longest wait for one whole mail. A batch of the worker must fit in its lease of two minutes.
const WHOLE: Duration = Duration::from_secs(20);
/// Most connections to the mail server. Our choice.
const CONNECTIONS: u32 = 4;
/// Longest subject, in characters. Our choice.
const SUBJECT_MAX: usize = 200;

/// Sends each mail to its one recipient through a mail server.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl SmtpMailer {
    /// A mailer for `smtps://USER:PASSWORD@HOST`, `smtp://HOST:PORT?tls=required` or, inside a trusted network, `smtp://HOST:PORT`.
    ///
    /// # Errors
    /// [`Wrong`] when the address cannot be used.
    pub fn new(url: &SecretString, from: Mailbox) -> Result<Self, Wrong> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url.expose_secret())
            .map_err(|_| Wrong { origin: "--smtp-url".to_owned(), problem: "this is not the address of a mail server".to_owned() })?
            .timeout(Some(STEP))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS))
            .build();
        Ok(Self { transport, from })
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let never = |reason: &str| MailError::Permanent(reason.to_owned());
        let to: Address = mail.to.as_str().parse().map_err(|_| never("the address cannot be written in a mail"))?;
        let subject = text::line(&mail.subject, SUBJECT_MAX).map_err(|_| never("the subject is not one line"))?;
        Message::builder()
            // the same at every attempt, so that a mail program shows a second delivery once
            .message_id(Some(format!("<{}@{}>", mail.id, self.from.email.domain())))
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(subject)
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())
            .map_err(|_| never("the mail cannot be written"))
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        match tokio::time::timeout(WHOLE, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(refusal(&error)),
            Err(_) => Err(MailError::Temporary("the mail server is too slow".to_owned())),
        }
    }
}

/// What a refusal means. The words of the mail server may repeat the address, so they are not kept.
fn refusal(error: &smtp::Error) -> MailError {
    let Some(status) = error.status() else {
        tracing::warn!(%error, "the mail server cannot be reached");
        return MailError::Temporary("the mail server cannot be reached".to_owned());
    };
    let status = status.to_string();
    tracing::warn!(status, "the mail server refused a mail");
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    if is_permanent(&status, &words) { MailError::Permanent(status) } else { MailError::Temporary(status) }
}

/// Only an address that does not exist is final (RFC 5321: 550, 551, 553). A wrong password or a rule of the mail server (RFC 3463: 5.7.x)
/// is the operator's to solve, and the mail waits for it.
fn is_permanent(status: &str, words: &str) -> bool {
    matches!(status, "550" | "551" | "553") && !words.contains("5.7.")
}

/// Keeps automatic answers away (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
    use tokio::net::TcpListener;
    use tokio::task::JoinHandle;
    use uuid::Uuid;
    use vliegwiel_domain::text::EmailAddress;

    use super::*;

    /// A mail server for one conversation; answers a command that begins with `refused` with `refusal`, and gives all lines back.
    async fn server(refused: &'static str, refusal: &'static str) -> (SmtpMailer, JoinHandle<Vec<String>>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let conversation = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let (reader, mut writer) = stream.into_split();
            let (mut lines, mut heard, mut in_data) = (BufReader::new(reader).lines(), Vec::new(), false);
            writer.write_all(b"220 sink\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match line.as_str() {
                    "." if in_data => "250 kept",
                    _ if in_data => "",
                    "DATA" => "354 go on",
                    "QUIT" => break,
                    line if line.starts_with(refused) => refusal,
                    _ => "250 fine",
                };
                in_data = if in_data { line != "." } else { line == "DATA" };
                heard.push(line);
                if answer.is_empty() {
                    continue;
                }
                writer.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                if answer == "250 kept" || answer == refusal {
                    break;
                }
            }
            heard
        });
        let from = "Netwerken <netwerken@partij.example>".parse().unwrap();
        (SmtpMailer::new(&SecretString::from(url), from).unwrap(), conversation)
    }

    fn mail(subject: &str) -> Mail {
        Mail {
            id: Uuid::from_u128(7),
            to: EmailAddress::parse("lid@drenthe.example").unwrap(),
            subject: subject.to_owned(),
            text: "Beste Zoë,\n\nBevestig je adres.\n".to_owned(),
        }
    }

    #[tokio::test]
    async fn a_mail_has_one_recipient_a_lasting_id_and_readable_text() {
        let (mailer, conversation) = server("nothing", "").await;

        mailer.send(&mail("Bevestig je e-mailadres – één stap")).await.unwrap();

        let heard = conversation.await.unwrap();
        let count = |start: &str| heard.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!((count("RCPT TO:<lid@drenthe.example>"), count("RCPT"), count("To:")), (1, 1, 1));
        assert_eq!(count("Message-ID: <00000000-0000-0000-0000-000000000007@partij.example>"), 1);
        assert_eq!(count("Auto-Submitted: auto-generated"), 1);
        let subject = heard.iter().find(|line| line.starts_with("Subject: ")).unwrap();
        assert!(subject.is_ascii() && subject.contains("=?utf-8?b?"), "{subject}");
        assert_eq!(count("Content-Type: text/plain; charset=utf-8"), 1);
    }

    #[tokio::test]
    async fn a_subject_cannot_add_a_header() {
        let (mailer, conversation) = server("nothing", "").await;

        let answer = mailer.send(&mail("Hallo\r\nBcc: ander@drenthe.example")).await;

        assert!(matches!(answer, Err(MailError::Permanent(_))));
        assert!(!conversation.is_finished());
    }

    #[tokio::test]
    async fn an_address_that_does_not_exist_is_final_and_a_full_mailbox_is_not() {
        for (answer, is_final) in
            [("550 5.1.1 no such user", true), ("452 4.2.2 mailbox full", false), ("550 5.7.1 relaying denied", false)]
        {
            let (mailer, _conversation) = server("RCPT", answer).await;
            let refused = mailer.send(&mail("Hallo")).await.unwrap_err();
            assert_eq!(matches!(refused, MailError::Permanent(_)), is_final, "{answer}: {refused}");
            assert!(!refused.to_string().contains("user"), "{refused}");
        }
    }

    #[tokio::test]
    async fn a_mail_server_that_is_away_only_delays() {
        let from = "netwerken@partij.example".parse().unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        drop(listener);
        let mailer = SmtpMailer::new(&SecretString::from(url), from).unwrap();

        assert!(matches!(mailer.send(&mail("Hallo")).await, Err(MailError::Temporary(_))));
    }
}
