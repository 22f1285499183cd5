//! Work on large tables: given to all who hold rows, done here in steps, and collected.

use js_sys::{Array, Date, Uint8Array};
use session::share::{Job, Need, Run, merged, write_needs};
use wasm_bindgen::{JsCast, JsValue};

use crate::crew::Crew;
use crate::fellow::PAUSE_MILLIS;
use browser::{field, index};

use super::{Active, Asker, Lead};

/// A request that waits for work.
pub(super) struct Working {
    pub(super) asker: Asker,
    /// The lead's own work, until it is done.
    own: Option<Job>,
    /// Fellows that have not told what came of theirs.
    outstanding: usize,
    /// What came of each piece of work.
    runs: Vec<Vec<Run>>,
}

impl Lead {
    /// Gives work out and begins with the lead's own part.
    pub(super) fn work_on(&mut self, asker: Asker, needs: Vec<Need>) {
        self.job += 1.0;
        if let Some(crew) = &self.crew {
            let needs = Uint8Array::from(write_needs(&needs).as_slice()).into();
            crew.post_all(&[("job", &self.job.into()), ("needs", &needs)]);
        }
        self.active = Active::Working(Box::new(Working {
            asker,
            outstanding: self.crew.as_ref().map_or(0, Crew::len),
            runs: needs.iter().map(|_| Vec::new()).collect(),
            own: Some(Job::new(needs)),
        }));
        self.work();
    }

    /// Does the lead's own part, until it is done or something may have come.
    pub(super) fn work(&mut self) {
        let Active::Working(working) = &mut self.active else {
            return;
        };
        if let Some(mut own) = working.own.take() {
            let begun = Date::now();
            while own.step(&self.share) {
                if Date::now() - begun > PAUSE_MILLIS {
                    working.own = Some(own);
                    return self.turn.ask();
                }
            }
            working.add(own.into_runs());
        }
        self.finish();
    }

    /// Takes what a fellow did; what was done for a request that is outdated by now is let go.
    pub(super) fn collect(&mut self, job: f64, runs: &JsValue) {
        let is_wanted = job.to_bits() == self.job.to_bits();
        if let Active::Working(working) = &mut self.active
            && is_wanted
        {
            working.outstanding = working.outstanding.saturating_sub(1);
            working.add(read_runs(runs));
            self.finish();
        }
    }

    /// Goes on with the request when all work for it is done.
    fn finish(&mut self) {
        let is_done = match &self.active {
            Active::Working(working) => working.own.is_none() && working.outstanding == 0,
            _ => false,
        };
        if !is_done {
            return;
        }
        let active = std::mem::replace(&mut self.active, Active::Nothing);
        if let Active::Working(working) = active {
            let outcomes = working.runs.into_iter().map(merged).collect();
            let step = self.session.resume(outcomes);
            self.follow(working.asker, step);
        }
    }
}

impl Working {
    fn add(&mut self, more: Vec<Vec<Run>>) {
        for (runs, more) in self.runs.iter_mut().zip(more) {
            runs.extend(more);
        }
    }
}

fn read_runs(runs: &JsValue) -> Vec<Vec<Run>> {
    let of_need = |runs: JsValue| Array::from(&runs).iter().map(|it| read_run(&it)).collect();
    Array::from(runs).iter().map(of_need).collect()
}

fn read_run(run: &JsValue) -> Run {
    let partial = field(run, "partial");
    let bytes = partial.dyn_into::<Uint8Array>().ok().map(|it| it.to_vec());
    let place = |name| index(run, name).unwrap_or(0);
    Run::of_bytes(place("first"), place("last"), bytes.as_deref())
}
