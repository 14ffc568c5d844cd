//! Records in memory, locks that nobody else holds, and time that passes when it
//! is told to.

use rebadge::renewal::{Clock, Locks, Moment, Store, StoreRefused};
use rebadge::token::Salt;
use serde::{Serialize, de::DeserializeOwned};

use super::Desk;
use super::work::breathe;

impl Store for Desk {
    async fn get<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, StoreRefused> {
        breathe().await;
        let record = self.records.borrow().get(name).cloned();
        Ok(record.and_then(|record| serde_json::from_value(record).ok()))
    }

    async fn put<T: Serialize>(&self, name: &str, record: &T) -> Result<(), StoreRefused> {
        breathe().await;
        if self.full.get() {
            return Err(StoreRefused);
        }
        let record = serde_json::to_value(record).unwrap();
        self.records.borrow_mut().insert(name.to_owned(), record);
        breathe().await;
        Ok(())
    }

    async fn all<T: DeserializeOwned>(
        &self,
        beginning: &str,
    ) -> Result<Vec<(String, Option<T>)>, StoreRefused> {
        breathe().await;
        let records = self.records.borrow().clone();
        let wanted = records
            .into_iter()
            .filter(|(name, _)| name.starts_with(beginning));
        Ok(wanted
            .map(|(name, record)| (name, serde_json::from_value(record).ok()))
            .collect())
    }

    async fn remove(&self, name: &str) {
        breathe().await;
        self.records.borrow_mut().remove(name);
    }

    async fn rename(&self, from: &str, to: &str) -> Result<(), StoreRefused> {
        breathe().await;
        let value = self.records.borrow().get(from).cloned();
        if let Some(value) = value.filter(|_| from != to) {
            self.put(to, &value).await?;
            self.remove(from).await;
        }
        Ok(())
    }

    async fn salt(&self) -> Result<Salt, StoreRefused> {
        Ok(Salt::new(*b"sixteen bytes ok"))
    }
}

impl Locks for Desk {
    /// One desk, one person: nobody else is at it.
    type Held = ();

    async fn lock(&self, _name: &str) {
        breathe().await;
    }

    async fn try_lock(&self, _name: &str) -> Option<()> {
        breathe().await;
        Some(())
    }
}

impl Clock for Desk {
    fn now(&self) -> Moment {
        Moment(self.now.get())
    }

    async fn pause(&self, milliseconds: u32) {
        breathe().await;
        self.pass(i64::from(milliseconds));
    }
}
