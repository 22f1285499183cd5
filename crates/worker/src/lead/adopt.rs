//! Taking files over: small tables into the session, the rows of large ones dealt among the lead and its fellows.

use std::mem;

use browser::buffer;
use js_sys::{ArrayBuffer, Uint8Array};
use protocol::Request;
use protocol::message::Reply;
use session::share::Segment;
use session::{Handed, Step};

use crate::crew::Crew;
use crate::deal::Deal;
use crate::message::Asked;

use super::{Active, Asker, Lead};

/// Rows from which a table is shared: a pass over fewer takes less than asking another worker and waiting for it.
const LARGE_ROWS: usize = 1_000_000;

/// A file from which so many rows may come, as far as its size tells: of Parquet a row takes some 16 bytes, of others more.
const LARGE_BYTES: usize = 12_000_000;

/// More workers would wait for memory, which a few read as fast as it comes.
const MOST_WORKERS: usize = 4;

/// A file that waits until the fellows listen.
pub(super) struct Arriving {
    asker: Asker,
    request: Request,
    tables: Vec<ArrivingTable>,
}

struct ArrivingTable {
    header: Vec<u8>,
    runs: Vec<ArrayBuffer>,
    run_lengths: Vec<usize>,
}

/// What of a file goes where.
#[derive(Default)]
struct Plan {
    handed: Handed,
    deals: Vec<Option<Deal>>,
    moving: Vec<Moving>,
}

/// The rows of a large table.
pub(super) struct Moving {
    pub(super) table: usize,
    pub(super) header: Vec<u8>,
    pub(super) own: Vec<Segment>,
    pub(super) others: Vec<OthersSegment>,
}

/// Rows that go to a fellow.
pub(super) struct OthersSegment {
    /// The fellow's number, counted from 0.
    pub(super) fellow: usize,
    pub(super) segment: usize,
    pub(super) runs: Vec<ArrayBuffer>,
}

/// Whether a request brings tables.
pub(super) fn is_adopting(request: &Request) -> bool {
    matches!(request, Request::Adopt { .. } | Request::Append { .. })
}

impl Lead {
    /// Takes a file over, once those who may share it listen.
    pub(super) fn adopt(&mut self, asked: Asked) {
        let Asked {
            id,
            lane,
            request,
            attachments,
            workers,
            form,
        } = asked;
        let Some(tables) = arriving(attachments) else {
            self.unreadable(&id);
            self.rest();
            return;
        };
        let is_large = tables.iter().any(ArrivingTable::is_large);
        if is_large {
            self.gather(workers);
        }
        self.active = Active::Adopting(Box::new(Arriving {
            asker: Asker { id, lane, form },
            request,
            tables,
        }));
        self.adopt_when_ready();
    }

    /// Has fellows started while a file is read that is likely to be shared; where it is not, they are dismissed. Reading it
    /// also leaves time for fetching what its first question may need.
    pub(super) fn expect(&mut self, bytes: usize, workers: Option<usize>) {
        if bytes >= LARGE_BYTES {
            self.gather(workers);
            self.fetch_ahead();
        }
    }

    fn gather(&mut self, workers: Option<usize>) {
        if self.crew.as_ref().is_none_or(Crew::is_empty) {
            let most = workers.unwrap_or(MOST_WORKERS).min(MOST_WORKERS);
            let fellows = self.cores().min(most).saturating_sub(1);
            self.crew = Some(Crew::start(&self.scope, fellows, &self.hear));
        }
    }

    pub(super) fn adopt_when_ready(&mut self) {
        if !self.crew.as_ref().is_none_or(Crew::is_ready) {
            return;
        }
        match mem::replace(&mut self.active, Active::Nothing) {
            Active::Adopting(arriving) => self.take_over(*arriving),
            other => self.active = other,
        }
    }

    /// Nothing changes before the session has accepted the tables and there is memory for the lead's own rows.
    fn take_over(&mut self, arriving: Arriving) {
        let Arriving {
            asker,
            request,
            tables,
        } = arriving;
        let is_more = matches!(request, Request::Append { .. });
        let deals = if is_more {
            self.deals.clone()
        } else {
            Vec::new()
        };
        let worker_count = 1 + self.crew.as_ref().map_or(0, Crew::len);
        let Some(plan) = Plan::new(tables, deals, worker_count) else {
            self.reply(&asker, &session::too_large(&request));
            self.rest();
            return;
        };
        let step = self.session.begin(request, plan.handed);
        let is_refused = matches!(&step, Step::Done(reply) if matches!(**reply, Reply::Refused(_)));
        if !is_refused {
            if !is_more {
                self.let_go();
            }
            self.deals = plan.deals;
            self.hold(plan.moving);
        }
        self.follow(asker, step);
    }

    fn cores(&self) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of cores is whole and small, and the cast saturates"
        )]
        let cores = self.scope.navigator().hardware_concurrency() as usize;
        cores.max(1)
    }
}

impl ArrivingTable {
    fn is_large(&self) -> bool {
        self.run_lengths.iter().sum::<usize>() >= LARGE_ROWS
    }
}

impl Plan {
    /// None where there is no memory.
    fn new(
        tables: Vec<ArrivingTable>,
        deals: Vec<Option<Deal>>,
        worker_count: usize,
    ) -> Option<Self> {
        let mut plan = Self {
            deals,
            ..Self::default()
        };
        for (index, table) in tables.into_iter().enumerate() {
            if index == plan.deals.len() {
                let deal = table.is_large().then(|| Deal::new(worker_count));
                plan.deals.push(deal);
            }
            plan.add(index, table)?;
        }
        Some(plan)
    }

    fn add(&mut self, index: usize, table: ArrivingTable) -> Option<()> {
        let ArrivingTable {
            header,
            runs,
            run_lengths,
        } = table;
        self.handed.buffers.push(header.clone());
        let Some(Some(deal)) = self.deals.get_mut(index) else {
            for run in &runs {
                self.handed.buffers.push(buffer::take(run)?);
            }
            return Some(());
        };
        self.handed.elsewhere.push(index);
        let mut moving = Moving {
            table: index,
            header,
            own: Vec::new(),
            others: Vec::new(),
        };
        for dealt in deal.deal(&run_lengths) {
            let runs = runs.get(dealt.runs).unwrap_or_default();
            match dealt.worker.checked_sub(1) {
                None => moving.own.push(Segment {
                    number: dealt.segment,
                    parts: runs.iter().map(buffer::take).collect::<Option<_>>()?,
                }),
                Some(fellow) => moving.others.push(OthersSegment {
                    fellow,
                    segment: dealt.segment,
                    runs: runs.to_vec(),
                }),
            }
        }
        self.moving.push(moving);
        Some(())
    }
}

/// The tables among the buffers: for each a header, then as many runs of rows as the header tells.
fn arriving(buffers: Vec<ArrayBuffer>) -> Option<Vec<ArrivingTable>> {
    let mut tables = Vec::new();
    let mut buffers = buffers.into_iter();
    while let Some(header) = buffers.next() {
        let header = Uint8Array::new(&header).to_vec();
        let run_lengths = session::run_lengths(&header).ok()?;
        let runs: Vec<ArrayBuffer> = buffers.by_ref().take(run_lengths.len()).collect();
        if runs.len() < run_lengths.len() {
            return None;
        }
        tables.push(ArrivingTable {
            header,
            runs,
            run_lengths,
        });
    }
    Some(tables)
}
