//! What one thread of a browser does by brute force: group-by over byte codes into dense arrays of doubles.
//!
//! The yardstick of the comparison, no part of the product: no planner, no index, no memory of an earlier answer,
//! columns as wide as they come. `cargo xtask bench` compiles this file by itself with `rustc -O` and `simd128`.
//! The caller (`peers/dense.mjs`) lays the columns out in memory and vouches for every pointer.
#![no_std]
#![allow(
    clippy::missing_safety_doc,
    reason = "the one caller is the file beside this one"
)]

use core::slice::from_raw_parts;

/// Rows worked on at a time, so that what one loop leaves is still in the cache for the next.
const BLOCK: usize = 2048;
/// The most codes a column has.
const CODES: usize = 256;

#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// A column of codes that takes part in a group's place: `stride` doubles from one code to the next.
#[repr(C)]
pub struct Key {
    codes: *const u8,
    stride: u32,
}

/// A column of codes and, for each code, 1 where its rows are kept.
#[repr(C)]
pub struct Filter {
    codes: *const u8,
    kept: *const u8,
}

/// A column of numbers; `kind` is 0 for `i32`, 1 for `f64`, 2 for `u8`.
#[repr(C)]
pub struct Measure {
    numbers: *const u8,
    kind: u32,
}

/// A list handed over by address.
#[repr(C)]
pub struct List<T> {
    first: *const T,
    count: usize,
}

impl<T> List<T> {
    unsafe fn as_slice(&self) -> &[T] {
        unsafe { from_raw_parts(self.first, self.count) }
    }
}

/// Sums every measure by every combination of keys; each cell has one double for each measure, then the count of its rows.
#[repr(C)]
pub struct Grouping {
    keys: List<Key>,
    filters: List<Filter>,
    measures: List<Measure>,
    rows: usize,
    cells: *mut f64,
}

static mut PLACES: [u32; BLOCK] = [0; BLOCK];
static mut CHOSEN: [u32; BLOCK] = [0; BLOCK];
static mut FAILED: [u8; BLOCK] = [0; BLOCK];
static mut ALONE: [u32; BLOCK] = [0; BLOCK];

#[unsafe(no_mangle)]
pub unsafe extern "C" fn group(job: &Grouping) {
    unsafe {
        let width = job.measures.count + 1;
        let mut start = 0;
        while start < job.rows {
            let count = (job.rows - start).min(BLOCK);
            if job.keys.count == 0 && job.filters.count == 0 {
                total_block(job, start, count);
            } else {
                group_block(job, start, count, width);
            }
            start += count;
        }
    }
}

/// No key and no filter: sums stay in registers.
unsafe fn total_block(job: &Grouping, start: usize, count: usize) {
    unsafe {
        for (slot, measure) in job.measures.as_slice().iter().enumerate() {
            *job.cells.add(slot) += match measure.kind {
                0 => sum(&column::<i32>(measure.numbers, start, count)),
                1 => sum(&column::<f64>(measure.numbers, start, count)),
                _ => sum(&column::<u8>(measure.numbers, start, count)),
            };
        }
        *job.cells.add(job.measures.count) += count as f64;
    }
}

unsafe fn group_block(job: &Grouping, start: usize, count: usize, width: usize) {
    unsafe {
        let places = &mut *(&raw mut PLACES);
        let places = places.get_unchecked_mut(..count);
        places.fill(0);
        for key in job.keys.as_slice() {
            let stride = key.stride * width as u32;
            let codes = column::<u8>(key.codes, start, count);
            for (place, &code) in places.iter_mut().zip(codes) {
                *place += u32::from(code) * stride;
            }
        }
        let cells = job.cells;
        if job.filters.count == 0 {
            for &place in places.iter() {
                *cells.add(place as usize + width - 1) += 1.0;
            }
            for (slot, measure) in job.measures.as_slice().iter().enumerate() {
                let cells = cells.add(slot);
                match measure.kind {
                    0 => add_all(cells, places, column::<i32>(measure.numbers, start, count)),
                    1 => add_all(cells, places, column::<f64>(measure.numbers, start, count)),
                    _ => add_all(cells, places, column::<u8>(measure.numbers, start, count)),
                }
            }
        } else {
            let chosen = choose(job.filters.as_slice(), start, count);
            for &row in chosen {
                *cells.add(*places.get_unchecked(row as usize) as usize + width - 1) += 1.0;
            }
            for (slot, measure) in job.measures.as_slice().iter().enumerate() {
                let cells = cells.add(slot);
                match measure.kind {
                    0 => add_chosen(
                        cells,
                        places,
                        chosen,
                        column::<i32>(measure.numbers, start, count),
                    ),
                    1 => add_chosen(
                        cells,
                        places,
                        chosen,
                        column::<f64>(measure.numbers, start, count),
                    ),
                    _ => add_chosen(
                        cells,
                        places,
                        chosen,
                        column::<u8>(measure.numbers, start, count),
                    ),
                }
            }
        }
    }
}

/// The rows of a block that every filter keeps.
unsafe fn choose(filters: &[Filter], start: usize, count: usize) -> &'static [u32] {
    unsafe {
        let chosen = &mut *(&raw mut CHOSEN);
        let mut length = 0;
        for (row, &mask) in failures(filters, start, count).iter().enumerate() {
            *chosen.get_unchecked_mut(length) = row as u32;
            length += usize::from(mask == 0);
        }
        chosen.get_unchecked(..length)
    }
}

/// For each row of a block the filters it fails, one bit each; sixteen rows at a time, which become one vector.
unsafe fn failures(filters: &[Filter], start: usize, count: usize) -> &'static [u8] {
    unsafe {
        let failed = &mut *(&raw mut FAILED);
        let failed = failed.get_unchecked_mut(..count);
        failed.fill(0);
        for (index, filter) in filters.iter().enumerate() {
            let lut = from_raw_parts(filter.kept, CODES);
            let mark = |code: &u8| {
                if *lut.get_unchecked(usize::from(*code)) == 0 {
                    1_u8 << index
                } else {
                    0
                }
            };
            let (codes, last_codes) = column::<u8>(filter.codes, start, count).as_chunks::<16>();
            let (rows, last_rows) = failed.as_chunks_mut::<16>();
            for (rows, codes) in rows.iter_mut().zip(codes) {
                let marks = codes.each_ref().map(mark);
                rows.iter_mut()
                    .zip(marks)
                    .for_each(|(row, mark)| *row |= mark);
            }
            last_rows
                .iter_mut()
                .zip(last_codes)
                .for_each(|(row, code)| *row |= mark(code));
        }
        failed
    }
}

unsafe fn add_all<T: Copy + Into<f64>>(cells: *mut f64, places: &[u32], numbers: &[T]) {
    for (&place, &number) in places.iter().zip(numbers) {
        unsafe { *cells.add(place as usize) += number.into() };
    }
}

unsafe fn add_chosen<T: Copy + Into<f64>>(
    cells: *mut f64,
    places: &[u32],
    chosen: &[u32],
    numbers: &[T],
) {
    for &row in chosen {
        unsafe {
            let place = *places.get_unchecked(row as usize);
            *cells.add(place as usize) += (*numbers.get_unchecked(row as usize)).into();
        }
    }
}

/// Eight sums side by side, since one addition of doubles waits for the one before.
fn sum<T: Copy + Into<f64>>(numbers: &[T]) -> f64 {
    let mut sums = [0.0; 8];
    let (eights, rest) = numbers.as_chunks::<8>();
    for eight in eights {
        for (sum, &number) in sums.iter_mut().zip(eight) {
            *sum += number.into();
        }
    }
    let rest: f64 = rest.iter().map(|&number| number.into()).sum();
    sums.iter().sum::<f64>() + rest
}

unsafe fn column<'a, T>(first: *const u8, start: usize, count: usize) -> &'a [T] {
    unsafe { from_raw_parts(first.cast::<T>().add(start), count) }
}

/// Linked histograms of one `i32` measure: each under every filter but the one on its own column.
#[repr(C)]
pub struct Crossing {
    /// One column of codes for each histogram.
    histograms: List<*const u8>,
    filters: List<Filter>,
    /// For each filter, the histogram of its column.
    owners: *const u32,
    numbers: *const i32,
    rows: usize,
    /// 256 doubles for each histogram.
    cells: *mut f64,
}

/// A row that fails no filter counts in every histogram; one that fails a single filter counts in that filter's own.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn cross(job: &Crossing) {
    unsafe {
        let mut start = 0;
        while start < job.rows {
            let count = (job.rows - start).min(BLOCK);
            cross_block(job, start, count);
            start += count;
        }
    }
}

unsafe fn cross_block(job: &Crossing, start: usize, count: usize) {
    unsafe {
        let failed = failures(job.filters.as_slice(), start, count);
        let all = &mut *(&raw mut CHOSEN);
        let alone = &mut *(&raw mut ALONE);
        let (mut all_count, mut alone_count) = (0, 0);
        for (row, &mask) in failed.iter().enumerate() {
            *all.get_unchecked_mut(all_count) = row as u32;
            all_count += usize::from(mask == 0);
            *alone.get_unchecked_mut(alone_count) = row as u32;
            alone_count += usize::from((mask != 0) & (mask & mask.wrapping_sub(1) == 0));
        }
        let numbers = column::<i32>(job.numbers.cast(), start, count);
        let columns = job.histograms.as_slice();
        for (histogram, &codes) in columns.iter().enumerate() {
            let cells = job.cells.add(histogram * CODES);
            for &row in all.get_unchecked(..all_count) {
                let code = *codes.add(start + row as usize);
                *cells.add(usize::from(code)) += f64::from(*numbers.get_unchecked(row as usize));
            }
        }
        for &row in alone.get_unchecked(..alone_count) {
            let row = row as usize;
            let bit = failed.get_unchecked(row).trailing_zeros() as usize;
            let owner = *job.owners.add(bit) as usize;
            if let Some(&codes) = columns.get(owner) {
                let code = *codes.add(start + row);
                *job.cells.add(owner * CODES + usize::from(code)) +=
                    f64::from(*numbers.get_unchecked(row));
            }
        }
    }
}
