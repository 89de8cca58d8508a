//! How many passwords are hashed at once. Each takes 46 MiB: without a bound a burst of sign-ins takes the whole memory. Knows nothing of HTTP; the
//! caller turns [`QueueError::Busy`] into 503 with `Retry-After`.

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::hasher::{Hasher, PasswordError, Verdict};
use crate::auth::secret::Secret;

/// How many may wait for their turn.
pub const QUEUE_PLACES: usize = 20;
/// When to try again after [`QueueError::Busy`]: twenty hashes of 70 ms on one core take longer than this, on two they take less.
pub const BUSY_RETRY_AFTER: Duration = Duration::from_secs(1);

/// A hasher that computes as many hashes at once as there are cores, lets [`QUEUE_PLACES`] more wait, and refuses the rest at once. Needs a tokio
/// runtime, whose blocking threads do the work. Clones share the queue.
#[derive(Debug, Clone)]
pub struct HashingQueue {
    hasher: Arc<Hasher>,
    /// One permit for each hash that runs or waits.
    places: Arc<Semaphore>,
    /// One for each that runs.
    cores: Arc<Semaphore>,
}

/// Why the queue gave no result.
#[derive(Debug, thiserror::Error)]
pub enum QueueError {
    /// Too many wait already.
    #[error("too many sign-ins at once: try again in a second")]
    Busy,
    /// The service is stopping, or the hashing thread broke.
    #[error("the password was not hashed: {0}")]
    Stopped(String),
    /// The hash itself failed.
    #[error(transparent)]
    Password(#[from] PasswordError),
}

impl HashingQueue {
    /// A queue for a machine with so many cores.
    pub fn new(hasher: Hasher, cores: NonZeroUsize) -> Self {
        let places = Semaphore::new(cores.get() + QUEUE_PLACES);
        Self { hasher: Arc::new(hasher), places: Arc::new(places), cores: Arc::new(Semaphore::new(cores.get())) }
    }

    /// [`Hasher::hash`], in turn.
    ///
    /// # Errors
    /// Where the queue is full, or as [`Hasher::hash`].
    pub async fn hash(&self, password: Secret) -> Result<String, QueueError> {
        let result = self.run(move |hasher| hasher.hash(&password)).await?;
        Ok(result?)
    }

    /// [`Hasher::verify`], in turn.
    ///
    /// # Errors
    /// Where the queue is full, or as [`Hasher::verify`].
    pub async fn verify(&self, password: Secret, stored: Option<String>) -> Result<Verdict, QueueError> {
        let result = self.run(move |hasher| hasher.verify(&password, stored.as_deref())).await?;
        Ok(result?)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce(&Hasher) -> T + Send + 'static) -> Result<T, QueueError> {
        let permits = self.wait_for_turn().await?;
        let hasher = Arc::clone(&self.hasher);
        // The permits go with the work: when a caller hangs up, its hash still runs, and must still count.
        let task = tokio::task::spawn_blocking(move || {
            let result = work(&hasher);
            drop(permits);
            result
        });
        task.await.map_err(|error| QueueError::Stopped(error.to_string()))
    }

    async fn wait_for_turn(&self) -> Result<[OwnedSemaphorePermit; 2], QueueError> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Err(QueueError::Busy);
        };
        match Arc::clone(&self.cores).acquire_owned().await {
            Ok(core) => Ok([place, core]),
            Err(closed) => Err(QueueError::Stopped(closed.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use futures_util::future::join_all;

    use super::super::hasher::HashingCost;
    use super::*;

    const CORES: NonZeroUsize = NonZeroUsize::new(2).unwrap();

    fn queue() -> HashingQueue {
        HashingQueue::new(Hasher::new(HashingCost { memory_kib: 8, passes: 1, lanes: 1 }).unwrap(), CORES)
    }

    #[tokio::test]
    async fn a_password_is_hashed_and_recognised_through_the_queue() {
        let queue = queue();
        let stored = queue.hash("three boats upriver".into()).await.unwrap();
        let right = queue.verify("three boats upriver".into(), Some(stored.clone())).await.unwrap();
        assert_eq!(right, Verdict::Right { needs_rehash: false });
        assert_eq!(queue.verify("four boats".into(), Some(stored)).await.unwrap(), Verdict::Wrong);
        assert!(matches!(queue.verify("x".into(), Some("damaged".into())).await, Err(QueueError::Password(PasswordError::Stored(_)))));
    }

    #[tokio::test]
    async fn a_burst_runs_on_the_cores_waits_in_the_places_and_is_refused_beyond() {
        let (queue, running, most) = (queue(), Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let calls = (0..100).map(|_| {
            let (running, most) = (Arc::clone(&running), Arc::clone(&most));
            queue.run(move |_| {
                most.fetch_max(running.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                std::thread::sleep(Duration::from_millis(5));
                running.fetch_sub(1, Ordering::SeqCst);
            })
        });
        let results = join_all(calls).await;
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), CORES.get() + QUEUE_PLACES);
        assert_eq!(results.iter().filter(|result| matches!(result, Err(QueueError::Busy))).count(), 100 - 22);
        assert_eq!(most.load(Ordering::SeqCst), CORES.get(), "never more at once than cores");
        assert!(queue.run(|_| ()).await.is_ok(), "after the burst there is room again");
    }

    #[tokio::test]
    async fn a_caller_who_hangs_up_frees_its_place_only_when_its_hash_is_done() {
        let queue = queue();
        let (release, wait) = mpsc::channel::<()>();
        let (started, has_started) = tokio::sync::oneshot::channel();
        let call = tokio::spawn({
            let queue = queue.clone();
            async move {
                queue
                    .run(move |_| {
                        started.send(()).unwrap();
                        wait.recv().unwrap();
                    })
                    .await
            }
        });
        has_started.await.unwrap();
        call.abort();
        assert!(call.await.unwrap_err().is_cancelled());
        assert_eq!(queue.cores.available_permits(), 1, "the hash still runs");
        release.send(()).unwrap();
        let all = u32::try_from(CORES.get()).unwrap();
        assert!(queue.cores.acquire_many(all).await.is_ok());
        assert_eq!(queue.places.available_permits(), CORES.get() + QUEUE_PLACES);
    }

    #[tokio::test]
    async fn a_caller_who_hangs_up_while_waiting_gives_its_place_to_another() {
        let queue = queue();
        let running = queue.cores.acquire_many(2).await.unwrap();
        let waiting = tokio::spawn({
            let queue = queue.clone();
            async move { queue.hash("three boats upriver".into()).await }
        });
        while queue.places.available_permits() == CORES.get() + QUEUE_PLACES {
            tokio::task::yield_now().await;
        }
        waiting.abort();
        assert!(waiting.await.unwrap_err().is_cancelled());
        assert_eq!(queue.places.available_permits(), CORES.get() + QUEUE_PLACES);
        drop(running);
    }
}
