//! How much room a page has, where a picture must be drawn for it. The templates (`look.typ`, `map.typ`) divide the page;
//! a test holds both together.

use domain::Paper;

const MM: f64 = 72.0 / 25.4;

/// Width and height of a page, in points.
pub fn page_size(paper: Paper) -> [f64; 2] {
    paper_and_margins(paper).0.map(|length| length * MM)
}

/// Width and height, in points, that the map may take on its page: what its opening and its key leave.
pub fn map_room(paper: Paper) -> [f64; 2] {
    let [width, height] = column(paper);
    match paper {
        Paper::A4 | Paper::UsLetter => [width, height - 82.0 * MM],
        Paper::Wide => [width - 58.0 * MM, height - 30.0 * MM],
    }
}

/// The same for a page that shows a part of the map.
pub fn detail_room(paper: Paper) -> [f64; 2] {
    let [width, height] = column(paper);
    [width, height - 14.0 * MM]
}

/// The largest size of that shape in `room`. `ratio` is height to width.
pub fn fitted(room: [f64; 2], ratio: f64) -> [f64; 2] {
    let width = room[0].min(room[1] / ratio.max(1e-6));
    [width, width * ratio]
}

/// Width and height of the text's column, in points.
fn column(paper: Paper) -> [f64; 2] {
    let ([width, height], margin, foot) = paper_and_margins(paper);
    [(width - 2.0 * margin) * MM, (height - margin - foot) * MM]
}

/// Width and height, the margin at three sides, and the room for the foot, in millimeters.
fn paper_and_margins(paper: Paper) -> ([f64; 2], f64, f64) {
    match paper {
        Paper::A4 => ([210.0, 297.0], 17.0, 24.0),
        Paper::UsLetter => ([215.9, 279.4], 17.0, 24.0),
        Paper::Wide => ([254.0, 142.875], 14.0, 18.0),
    }
}
