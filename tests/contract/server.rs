//! A SonarQube that can be asked, and that a scene can be set on.

use stand_in::{Answer, Request, SignedIn, Visibility};

use crate::kind::Kind;

/// A permission on a project: who, Browse, Administer.
pub type Right = (&'static str, bool, bool);

/// What the people of a scene may do with a project, unless the case says
/// otherwise: `ada` is a system administrator besides.
pub const USUAL: [Right; 3] = [
    ("ada", true, true),
    ("bo", true, false),
    ("cy", false, true),
];

/// One of the projects that were there before.
#[derive(Clone, Copy, Debug)]
pub enum Seeded {
    /// Private, analysed, and its quality gate passed.
    Analysed,
    /// Private, analysed, and its quality gate not passed.
    Failed,
    /// Public and analysed.
    Public,
    /// Private and never analysed.
    Fresh,
}

/// A SonarQube, real or not.
pub trait Server: Sync {
    fn kind(&self) -> Kind;

    /// The context path, empty or such as `/sonar`.
    fn context(&self) -> &str;

    /// Sends a request whose path holds the context path.
    fn send(&self, request: &Request) -> Answer;

    fn password(&self, login: &str) -> String;

    /// A session that stays open: cases that end it open one of their own.
    fn session(&self, login: &str) -> SignedIn;

    /// A project that was there before.
    fn seeded(&self, which: Seeded) -> String;

    /// Makes a project, never analysed, named as its key.
    fn make_project(&self, key: &str, visibility: Visibility, rights: &[Right]);

    /// Gives somebody who may not browse a private project the permission to
    /// administer it, or takes it away.
    fn let_administer(&self, project: &str, login: &str, may: bool);

    /// Revokes access tokens that a case has made: login and name.
    fn revoke(&self, tokens: &[(String, String)]);
}
