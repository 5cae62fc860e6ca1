//! Waiting for a condition, never for a time.

use std::time::Duration;

/// How often a condition is looked at.
const GLANCE: Duration = Duration::from_millis(50);

/// The longest anything may take that is not itself a matter of minutes.
pub const SOON: Duration = Duration::from_secs(30);

/// Looks until `ready` gives something.
///
/// # Panics
/// Says `what` did not come about within `patience`.
pub async fn until<T, F: Future<Output = Option<T>>>(
    what: &str,
    patience: Duration,
    mut ready: impl FnMut() -> F,
) -> T {
    within(patience, &mut ready).await.unwrap_or_else(|| panic!("waited {patience:?} in vain: {what}"))
}

/// Looks until `ready` gives something; `None` where it does not within `patience`.
pub async fn within<T, F: Future<Output = Option<T>>>(patience: Duration, ready: &mut impl FnMut() -> F) -> Option<T> {
    let looking = async {
        loop {
            if let Some(found) = ready().await {
                return found;
            }
            tokio::time::sleep(GLANCE).await;
        }
    };
    tokio::time::timeout(patience, looking).await.ok()
}
