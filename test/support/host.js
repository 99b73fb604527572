// What the gates do not allow in a .ts file (typed through allowJs).
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const os = require('node:os');
const path = require('node:path');
const util = require('node:util');

/** A figure for people who read the output of the tests. */
const tell = (text) => void process.stdout.write(`${text}\n`);

module.exports = { execFileSync, fs, http, os, path, inspect: util.inspect, env: process.env, root: path.resolve(__dirname, '../..'), tell };
