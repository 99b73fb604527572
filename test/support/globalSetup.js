const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** n8n-core writes an encryption key into its user folder: never into the one of whoever runs the tests. */
module.exports = () => {
	process.env.N8N_USER_FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'n8n-user-'));
	process.env.N8N_LOG_LEVEL = 'silent';
};
