//! Keys, all derived from one seed, so that an operator keeps one secret and every node has the same keys.

use std::fmt;

use aes_gcm_siv::aead::{Aead, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use vliegwiel_domain::ids::SessionId;

/// The seed cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the secret cannot be used to derive keys")]
pub struct SecretError;

/// Keys of this installation. Never printed.
pub struct Secrets {
    signing_document: Vec<u8>,
    verifying_key: Vec<u8>,
    key_id: String,
    mailed: [u8; 32],
    cursor: Aes256GcmSiv,
    address: [u8; 32],
    refresh: [u8; 32],
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secrets(…)")
    }
}

impl Secrets {
    /// Derive all keys from 32 bytes that only the operator knows.
    ///
    /// # Errors
    /// [`SecretError`] for a seed that is all zero, or when the crypto library refuses.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, SecretError> {
        if seed.iter().all(|byte| *byte == 0) {
            return Err(SecretError);
        }
        let derive = Hkdf::<Sha256>::new(Some(b"vliegwiel"), seed);
        let key = |purpose: &str| {
            let mut key = [0; 32];
            derive.expand(purpose.as_bytes(), &mut key).map_err(|_| SecretError)?;
            Ok(key)
        };
        let pair = Ed25519KeyPair::from_seed_unchecked(&key("access-token signing, Ed25519")?).map_err(|_| SecretError)?;
        let verifying_key = pair.public_key().as_ref().to_vec();
        Ok(Self {
            signing_document: pair.to_pkcs8v1().map_err(|_| SecretError)?.as_ref().to_vec(),
            key_id: URL_SAFE_NO_PAD.encode(Sha256::digest(&verifying_key).get(..9).unwrap_or_default()),
            verifying_key,
            mailed: key("mailed token")?,
            cursor: Aes256GcmSiv::new(&key("list cursor")?.into()),
            address: key("hash of an address")?,
            refresh: key("refresh token")?,
        })
    }

    /// PKCS #8 document of the key that signs access tokens.
    pub(crate) fn signing_document(&self) -> &[u8] {
        &self.signing_document
    }

    /// Public key of the access tokens, 32 bytes.
    pub(crate) fn verifying_key(&self) -> &[u8] {
        &self.verifying_key
    }

    /// Short name of the signing key.
    pub(crate) fn key_id(&self) -> &str {
        &self.key_id
    }

    /// The token that a mailed link carries for the row `id`: 256 bits, known to nobody who only reads the database (security.md S20).
    #[must_use]
    pub fn mailed_token(&self, id: Uuid) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.mailed, &[id.as_bytes()]))
    }

    /// A position in a list, sealed and bound to what it lists: positions hold names, and a cursor stands in an address (security.md S31, S35).
    ///
    /// The nonce is fixed, which AES-GCM-SIV (RFC 8452) forgives: equal positions of one list give equal cursors, and nothing else shows.
    #[must_use]
    pub fn seal_cursor(&self, bound_to: &str, position: &str) -> String {
        let sealed = self.cursor.encrypt(&Nonce::default(), Payload { msg: position.as_bytes(), aad: bound_to.as_bytes() });
        // encryption fails only for texts of many gigabytes; an empty cursor opens no list
        sealed.map(|bytes| URL_SAFE_NO_PAD.encode(bytes)).unwrap_or_default()
    }

    /// The position in a cursor, if it was sealed for the same list.
    #[must_use]
    pub fn open_cursor(&self, bound_to: &str, cursor: &str) -> Option<String> {
        let sealed = URL_SAFE_NO_PAD.decode(cursor).ok()?;
        let position = self.cursor.decrypt(&Nonce::default(), Payload { msg: &sealed, aad: bound_to.as_bytes() }).ok()?;
        String::from_utf8(position).ok()
    }

    /// Refresh token number `generation` of a session. It follows from the secret, so that a lost answer can be given again, and the database
    /// holds nothing that a reader of it could use (security.md S25).
    pub(crate) fn refresh_token(&self, session: SessionId, generation: u32) -> String {
        let (id, number) = (session.uuid().into_bytes(), generation.to_be_bytes());
        let tag = mac(&self.refresh, &[&id, &number]);
        URL_SAFE_NO_PAD.encode([&id[..], &number[..], &tag[..]].concat())
    }

    /// The session and the number of a refresh token that we gave; `None` for anything else.
    pub(crate) fn read_refresh_token(&self, token: &str) -> Option<(SessionId, u32)> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
        let session = SessionId::new(Uuid::from_slice(bytes.get(..16)?).ok()?);
        let generation = u32::from_be_bytes(bytes.get(16..20)?.try_into().ok()?);
        let expected = self.refresh_token(session, generation);
        let is_same: bool = subtle::ConstantTimeEq::ct_eq(expected.as_bytes(), token.as_bytes()).into();
        is_same.then_some((session, generation))
    }

    /// A name for an address that tells nothing about it.
    pub(crate) fn address_hash(&self, address: &str) -> String {
        URL_SAFE_NO_PAD.encode(mac(&self.address, &[address.as_bytes()]))
    }
}

/// What the database keeps of a token: useless to whoever reads it.
pub fn token_hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}

fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes a key of any length, so this cannot fail; an empty tag would match nothing that was ever sealed
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return [0; 32];
    };
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets() -> Secrets {
        Secrets::from_seed(&[7; 32]).unwrap()
    }

    #[test]
    fn a_cursor_opens_only_for_its_own_list() {
        let cursor = secrets().seal_cursor("drenthe/meetings", "2026");

        assert_eq!(secrets().open_cursor("drenthe/meetings", &cursor).as_deref(), Some("2026"));
        assert_eq!(secrets().open_cursor("vooruit/meetings", &cursor), None);
        assert_eq!(secrets().open_cursor("drenthe/meetings", &format!("{cursor}x")), None);
    }

    #[test]
    fn a_refresh_token_names_its_session_and_nothing_else_is_one_s25() {
        let session = SessionId::new(Uuid::from_u128(7));
        let token = secrets().refresh_token(session, 3);

        assert_eq!(secrets().read_refresh_token(&token), Some((session, 3)));
        assert_ne!(secrets().refresh_token(session, 4), token);
        for text in ["", "abc", &token[1..], &format!("{token}A"), &token.replace(&token[..1], "-")] {
            assert_eq!(secrets().read_refresh_token(text), None, "{text}");
        }
    }

    #[test]
    fn a_cursor_tells_nothing_of_its_position_s31() {
        let cursor = secrets().seal_cursor("drenthe/persons", "Anna de Vries");

        let bytes = URL_SAFE_NO_PAD.decode(cursor).unwrap();
        assert!(!bytes.windows(4).any(|window| window == b"Anna"));
    }

    #[test]
    fn a_placeholder_secret_is_refused_s22() {
        assert!(Secrets::from_seed(&[0; 32]).is_err());
    }

    #[test]
    fn secrets_do_not_print() {
        assert_eq!(format!("{:?}", secrets()), "Secrets(…)");
    }
}
