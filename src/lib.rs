//! Residence-permit points.
