"""Tests of the CSL processor."""
