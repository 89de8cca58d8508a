//! Names beside the points of a picture, none over another.

use super::projection::Point;
use super::text;

/// Where a name stands to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Above,
    Below,
}

impl Side {
    /// In the order in which they are tried: to the right is where names are looked for.
    const ALL: [Side; 4] = [Side::Right, Side::Left, Side::Above, Side::Below];

    /// The class of the text, which says from where it runs.
    fn class(self) -> &'static str {
        match self {
            Side::Right => "name",
            Side::Left => "name end",
            Side::Above | Side::Below => "name middle",
        }
    }
}

/// A name that has found its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// Where the text is anchored; its baseline.
    pub(super) at: Point,
    /// The class of the text.
    pub(super) class: &'static str,
    /// The name.
    pub(super) text: String,
}

/// The field in which names are placed and how they are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The size of the letters, in units.
    pub(super) size: f64,
    /// How far a name keeps from the middle of its point.
    pub(super) gap: f64,
    /// The right and lower edge of the picture.
    pub(super) edge: Point,
}

#[derive(Debug, Clone, Copy)]
struct Field {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Field {
    fn meets(self, other: Field) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn around(point: Point, reach: f64) -> Field {
        Field { left: point.x - reach, right: point.x + reach, top: point.y - reach, bottom: point.y + reach }
    }
}

/// Places names beside their points, the first ones first. A name that fits on no side is left out.
pub(super) fn place(named: &[(Point, &str)], setting: Setting) -> Vec<Label> {
    let mut taken: Vec<Field> = named.iter().map(|(point, _)| Field::around(*point, setting.gap * 0.6)).collect();
    let mut labels = Vec::new();
    for (at, (point, name)) in named.iter().enumerate() {
        let is_free = |field: &Field| taken.iter().enumerate().all(|(other, taken)| other == at || !field.meets(*taken));
        let fits = Side::ALL.into_iter().map(|side| placed(*point, name, (side, setting))).find(|(_, field)| {
            field.left >= 0.0 && field.top >= 0.0 && field.right <= setting.edge.x && field.bottom <= setting.edge.y && is_free(field)
        });
        if let Some((label, field)) = fits {
            taken.push(field);
            labels.push(label);
        }
    }
    labels
}

/// A name on one side of its point, and the field that it takes.
fn placed(point: Point, name: &str, (side, setting): (Side, Setting)) -> (Label, Field) {
    let (width, size, gap) = (text::width(name, setting.size), setting.size, setting.gap);
    let (x, left) = match side {
        Side::Right => (point.x + gap, point.x + gap),
        Side::Left => (point.x - gap, point.x - gap - width),
        Side::Above | Side::Below => (point.x, point.x - width / 2.0),
    };
    let baseline = match side {
        Side::Right | Side::Left => point.y + 0.35 * size,
        Side::Above => point.y - gap,
        Side::Below => point.y + gap + 0.75 * size,
    };
    let field = Field { left, right: left + width, top: baseline - 0.85 * size, bottom: baseline + 0.25 * size };
    (Label { at: Point { x, y: baseline }, class: side.class(), text: name.to_owned() }, field)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTING: Setting = Setting { size: 10.0, gap: 6.0, edge: Point { x: 200.0, y: 100.0 } };

    fn sides(named: &[(Point, &str)]) -> Vec<(String, &'static str)> {
        place(named, SETTING).into_iter().map(|label| (label.text, label.class)).collect()
    }

    #[test]
    fn a_name_stands_to_the_right_unless_something_is_there() {
        let (here, beside) = (Point { x: 100.0, y: 50.0 }, Point { x: 120.0, y: 50.0 });
        assert_eq!(sides(&[(here, "Manila")]), [("Manila".to_owned(), "name")]);
        assert_eq!(sides(&[(here, "Manila"), (beside, "Naga")]), [("Manila".to_owned(), "name end"), ("Naga".to_owned(), "name")]);
    }

    #[test]
    fn a_name_does_not_leave_the_picture_and_is_left_out_where_there_is_no_room() {
        assert_eq!(sides(&[(Point { x: 190.0, y: 50.0 }, "Manila")])[0].1, "name end");
        let crowd: Vec<(Point, &str)> = (0..30).map(|at| (Point { x: 100.0 + f64::from(at % 3), y: 50.0 }, "Kuala Lumpur")).collect();
        assert!(sides(&crowd).len() < 5);
    }
}
