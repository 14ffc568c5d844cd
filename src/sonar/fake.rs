#![allow(missing_docs, missing_debug_implementations, clippy::all, unused)]
use super::*;
use crate::page::*;
use crate::renewal::Moment;
#[derive(Debug)]
pub struct WholeList(Option<OrganizationKey>, bool, usize, usize);
#[derive(Debug, Clone, Copy)]
pub struct ListProgress {
    pub listed: usize,
    pub total: usize,
    pub done: bool,
    pub missing: usize,
    pub failure: Option<Failure>,
}
impl WholeList {
    pub fn new(o: Option<OrganizationKey>) -> Self {
        Self(o, false, 0, 0)
    }
    pub fn next(&mut self) -> Vec<ListProjects> {
        if self.1 {
            vec![]
        } else {
            self.1 = true;
            vec![ListProjects {
                organization: self.0.clone(),
                page: 1,
                query: String::new(),
            }]
        }
    }
    pub fn came(
        &mut self,
        _: &ListProjects,
        a: Result<ListPage<Project>, Failure>,
        _: Moment,
    ) -> Vec<Project> {
        match a {
            Ok(p) => {
                self.2 = p.entries.len();
                self.3 = p.total;
                p.entries
            }
            Err(_) => vec![],
        }
    }
    pub fn progress(&self) -> ListProgress {
        ListProgress {
            listed: self.2,
            total: self.3,
            done: self.3 > 0,
            missing: 0,
            failure: None,
        }
    }
}
#[derive(Debug)]
pub struct ListAdministered(pub usize);
impl Operation for ListAdministered {
    type Answer = ListPage<ProjectKey>;
    fn request(&self) -> Request {
        Request::get("/api/projects/search_my_projects", &[])
    }
    fn read<B: Body>(&self, _: Content<B>) -> Result<Self::Answer, Failure> {
        Err(Failure::NotOffered)
    }
}
