# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the tables of networks/hangzhou from its dossier."""
