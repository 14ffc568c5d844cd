//! Finishing what a closed page began: reads, and never posts.

use super::{Entry, Intent, Settled, Store, World};
use crate::page::{Instance, ProjectKey};
use crate::sonar::{Failure, explained, read_badge_token};
use crate::token::Fingerprint;

/// Milliseconds between two looks at a token that may yet change.
const PAUSE: u32 = 1_000;

/// The name of the lock under which a project's token is renewed and settled.
pub fn lock_name(instance: Instance, project: &ProjectKey) -> String {
    format!("renewal {} {project}", instance.origin())
}

/// Whether a renewal of a project is open: under way in another window, or left
/// by a page that was closed.
pub async fn is_open<S: Store>(store: &S, instance: Instance, project: &ProjectKey) -> bool {
    Intent::open(store, instance, project).await.is_some()
}

/// Finds out what became of a renewal whose page was closed; nothing where
/// none is open. To be called under the lock of [`lock_name`].
///
/// While the request may still be on its way, it looks again and again.
pub async fn settle<W: World>(
    world: &W,
    instance: Instance,
    project: &ProjectKey,
) -> Option<Settled> {
    let intent = Intent::open(world, instance, project).await?;
    loop {
        // Asked before the look: what a look after the last moment shows, stays.
        let fresh = intent.is_fresh(world.now());
        let settled = look(world, instance, project, &intent).await;
        match &settled {
            Settled::NotRenewed(_) if fresh => world.pause(PAUSE).await,
            // The journal stays open: a later look may tell.
            Settled::Unknown(failure) if *failure != Failure::NoBrowse => return Some(settled),
            _ => {
                Intent::close(world, instance, project).await;
                return Some(settled);
            }
        }
    }
}

/// One look at the token: is it the one from before the renewal?
async fn look<W: World>(
    world: &W,
    instance: Instance,
    project: &ProjectKey,
    intent: &Intent,
) -> Settled {
    let token = match read_badge_token(world, project).await {
        Ok(token) => token,
        Err(failure) => return Settled::Unknown(explained(world, failure).await),
    };
    let (Some(old), Some(salt)) = (intent.old, world.salt().await) else {
        // There was no token to compare with, and there is no telling now.
        return Settled::Unknown(Failure::NoBrowse);
    };
    let new = Fingerprint::of(&token, salt);
    if new == old {
        return Settled::NotRenewed(token);
    }
    Entry::renewed(world, instance, project, Some(new), intent.at).await;
    Settled::Renewed(token)
}
