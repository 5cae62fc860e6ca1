//! The hash chain: every event's digest covers the one before, so that nothing can be altered or left out unnoticed.

use super::{Event, Hash};
use sha2::{Digest, Sha256};

/// SHA-256 of salt and words; of nothing when there are no words.
pub fn words_hash(salt: Option<&[u8; 16]>, words: Option<&str>) -> Hash {
    let mut digest = Sha256::new();
    if let (Some(salt), Some(words)) = (salt, words) {
        digest.update(salt);
        digest.update(words.as_bytes());
    }
    digest.finalize().into()
}

/// SHA-256 of all columns but words and salt, each preceded by its length, so that no two rows read alike.
pub fn chain_hash(event: &Event) -> Hash {
    let mut digest = Sha256::new();
    let mut put = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    };
    put(&event.prev);
    put(event.id.bytes());
    put(event.kind.as_bytes());
    put(event.customer.bytes());
    put(event.subject.as_ref().map_or(&[], |id| id.bytes().as_slice()));
    put(event.member.bytes());
    put(event.desk.bytes());
    put(event.batch.as_ref().map_or(&[], |id| id.bytes().as_slice()));
    put(&event.occurred_at.millis().to_le_bytes());
    put(&event.recorded_at.millis().to_le_bytes());
    put(&event.v.to_le_bytes());
    put(event.facts.as_bytes());
    put(&event.words_hash);
    digest.finalize().into()
}
