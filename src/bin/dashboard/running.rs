//! A rotation run as this window carries it out: begun or taken up, a step of
//! it, and let go.

use rebadge::browser::{is_locked, pause};
use rebadge::dashboard::Start;
use rebadge::page::ProjectKey;
use rebadge::renewal::{Locks, Moment};
use rebadge::rotation::{
    self, Gate, Owner, RunContext, RunOrder, RunTrouble, Step, begin_run, close_run, open_run,
};

use crate::app::App;

/// Milliseconds between two looks at another window's run.
const LOOK: u32 = 1_000;

/// Begins a run, unless another window has one.
pub async fn begin(app: &App, owner: &Owner, order: &RunOrder) -> Start {
    let Some(held) = app.access.try_lock(&owner.rotation()).await else {
        return Start::Busy;
    };
    match begin_run(&app.access, owner, order).await {
        Ok(()) => {
            app.hold(held);
            Start::Ours(None)
        }
        // Another window has begun one, and is gone.
        Err(RunTrouble::Open | RunTrouble::Unreadable) => Start::Open,
        Err(RunTrouble::Refused) => Start::Refused,
    }
}

/// Takes up a run that a window has left.
pub async fn take_up(app: &App, owner: &Owner) -> Start {
    let Some(held) = app.access.try_lock(&owner.rotation()).await else {
        return Start::Busy;
    };
    match open_run(&app.access, owner).await {
        Ok(Some(found)) => {
            app.hold(held);
            Start::Ours(Some(found))
        }
        Ok(None) => Start::Over,
        Err(_) => Start::Refused,
    }
}

/// Waits until no window is at the owner's run.
pub async fn left(owner: &Owner) {
    loop {
        pause(LOOK).await;
        if !is_locked(&owner.rotation()).await {
            break;
        }
    }
}

/// Gives a project its turn.
pub async fn step(
    app: &App,
    owner: &Owner,
    begun: Moment,
    project: &ProjectKey,
    last: bool,
) -> Step {
    let login = login(app);
    let gate = app.gate();
    let context = RunContext {
        owner,
        begun,
        login: login.as_deref(),
        gate: &gate,
    };
    rotation::step(&app.access, &context, project, last).await
}

/// Ends a run here, finished or not.
pub async fn let_go(app: &App, owner: &Owner, order: &RunOrder) {
    let login = login(app);
    let context = RunContext {
        owner,
        begun: order.begun,
        login: login.as_deref(),
        gate: &Gate::default(),
    };
    // Where the store refuses the run is still kept: it is found again.
    let _ = close_run(&app.access, &context, order).await;
    app.let_go();
}

fn login(app: &App) -> Option<String> {
    app.look(|dashboard| dashboard.login().map(str::to_owned))
}
