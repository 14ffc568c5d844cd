//! An instance, reached in one way or another.

use std::cell::RefCell;
use std::rc::Rc;

use super::bearer::Bearer;
use super::body::JsBody;
use super::here::Here;
use super::session::Session;
use super::site::Site;
use crate::page::Instance;
use crate::sonar::{Failure, Reply, Request, Transport};

/// How requests reach an instance.
#[derive(Debug, Clone)]
pub enum Way {
    /// Through one tab that the person clicked the toolbar button on.
    Tab(Session),
    /// Through any tab of a site that is granted.
    Site(Site),
    /// With a personal access token.
    Bearer(Bearer),
}

/// An instance and the way to it, which may change while work goes on: a request
/// that is under way ends on the way that it began on. Copies share the way.
#[derive(Debug, Clone)]
pub struct Access {
    instance: Instance,
    way: Rc<RefCell<Way>>,
}

impl Access {
    /// An instance that is reached this way.
    pub fn new(instance: Instance, way: Way) -> Self {
        Self {
            instance,
            way: Rc::new(RefCell::new(way)),
        }
    }

    /// The instance.
    pub fn instance(&self) -> &Instance {
        &self.instance
    }

    /// The way that the next request takes.
    pub fn way(&self) -> Way {
        self.way.borrow().clone()
    }

    /// Has the next request take another way.
    pub fn take(&self, way: Way) {
        let old = self.way.replace(way);
        leave(&old);
    }

    /// Closes what was opened for requests: for a page that is being left.
    pub fn leave(&self) {
        leave(&self.way.borrow());
    }
}

fn leave(way: &Way) {
    if let Way::Site(site) = way {
        site.leave();
    }
}

impl Here for Access {}

impl Transport for Access {
    type Body = JsBody;

    async fn send(&self, request: &Request) -> Result<Reply<JsBody>, Failure> {
        match self.way() {
            Way::Tab(session) => session.send(request).await,
            Way::Site(site) => site.send(request).await,
            Way::Bearer(bearer) => bearer.send(request).await,
        }
    }
}
