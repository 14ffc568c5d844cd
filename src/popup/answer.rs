//! Carries out what a popup asks the host for.

use super::{Effect, Event};
use crate::renewal::Clock;
use crate::sonar::{
    Failure, ListBranches, ListOrganizations, ListServices, ReadComponent, ReadCurrentUser,
    ReadSystemStatus, ShowComponent, Transport, ask, list_projects, read, read_badge_token,
};

/// Asks the host, where the effect is a question to it, and answers the event
/// that tells the answer; nothing where it is something else, or where the token
/// is read, which takes whoever knows when that was asked.
pub async fn answer<W: Transport + Clock>(world: &W, effect: &Effect) -> Option<Event> {
    Some(match effect {
        Effect::ReadSystemStatus => Event::SystemStatus(ask(world, &ReadSystemStatus).await),
        Effect::ReadComponent(id, project) => {
            Event::Component(*id, read(world, &ReadComponent(project.clone())).await)
        }
        Effect::ShowComponent(id, project) => {
            Event::Shown(*id, read(world, &ShowComponent(project.clone())).await)
        }
        Effect::FindToken(id, project) => {
            let asked = world.now();
            Event::Token(*id, read_badge_token(world, project).await, asked)
        }
        Effect::ListBranches(id, project) => {
            Event::Branches(*id, ask(world, &ListBranches(project.clone())).await)
        }
        Effect::FindTarget(id, operation) => Event::Target(*id, ask(world, operation).await),
        Effect::ListServices(id) => Event::Services(*id, ask(world, &ListServices).await),
        Effect::ListProjects(id, list) => {
            let answer = list_projects(world, list).await;
            if list.query.is_empty() {
                Event::Projects(*id, answer)
            } else {
                Event::ProjectsFound(*id, answer)
            }
        }
        Effect::ListOrganizations(id, page) => {
            Event::Organizations(*id, read(world, &ListOrganizations(*page)).await)
        }
        // Where it cannot be known, the empty list stays what it is.
        Effect::ReadCurrentUser(id) => {
            let user = ask(world, &ReadCurrentUser).await;
            let nobody = matches!(user, Ok(None) | Err(Failure::Unauthorized));
            Event::SignedIn(*id, !nobody)
        }
        _ => return None,
    })
}
