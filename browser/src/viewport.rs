//! The screens that the page is looked at with.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::engine::Engine;

/// How much of the page is seen at once, and on what.
#[derive(Clone, Copy, Debug)]
pub struct Viewport {
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// Whether it is a screen that is touched.
    pub touch: bool,
}

impl Viewport {
    /// A desk with room for two columns.
    pub const DESKTOP: Viewport = Viewport { width: 1280, height: 900, touch: false };
    /// An ordinary phone.
    pub const PHONE: Viewport = Viewport { width: 360, height: 740, touch: true };
    /// The narrowest phone, which is also a desk at 400 %.
    pub const NARROW: Viewport = Viewport { width: 320, height: 640, touch: true };
}

impl Browser {
    /// Shows the tab in another viewport.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn set_viewport(&self, viewport: Viewport) -> Result<()> {
        let Viewport { width, height, touch } = viewport;
        if self.engine() != Engine::Chromium {
            return self.resize(width, height);
        }
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": touch }),
        )?;
        let points = if touch { 5 } else { 1 };
        self.cdp(
            "Emulation.setTouchEmulationEnabled",
            json!({ "enabled": touch, "maxTouchPoints": points }),
        )?;
        Ok(())
    }

    /// Shows the tab in a viewport as wide as another one and longer than the page, so that the bar at its end covers
    /// nothing: what it covers on a real screen can be scrolled away from it. For axe, and like axe in Chromium alone.
    ///
    /// # Errors
    /// When the browser cannot.
    pub fn show_full_page(&self, viewport: Viewport) -> Result<()> {
        if self.engine() != Engine::Chromium {
            return Ok(());
        }
        self.set_viewport(viewport)?;
        let height = "return document.documentElement.scrollHeight";
        let height = self.execute(height, Value::Null)?.as_u64().context("no height")?;
        self.set_viewport(Viewport { height: u32::try_from(height)? + 1_000, ..viewport })
    }
}
