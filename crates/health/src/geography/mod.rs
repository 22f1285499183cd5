//! The places of Denmark: municipalities, health councils, both generations of regions, provinces and the country.
//!
//! `places.csv` holds facts. Which municipality lies in which health council and in which of the four regions of 2027
//! follows from Danish law and the regions' own announcements; the sources disagree on Middelfart and Billund, which
//! stand where their appointed members sit. Health councils have no official number: 1 to 17 is a numbering of our
//! own. Codes, names, provinces and populations are from Statistics Denmark, CC BY 4.0.

mod census;
mod describe;
mod level;
mod names;
mod outer;
mod recognise;

pub use census::{Place, municipality_population_2020, places};
pub use describe::describe;
pub use level::Level;
pub use outer::{with_levels, without_levels};
pub use recognise::{candidates, recognise, recognise_at, recognise_pair};
