const http = require('node:http');
const https = require('node:https');

/** @typedef {{ method: string, url: string, headers: Record<string, string>, body: string }} Sent */

/** @param {http.IncomingMessage} request */
const textOf = async (request) => {
	const parts = [];
	for await (const part of request) parts.push(part);
	return Buffer.concat(parts).toString('utf8');
};

/**
 * Stands in for the services' own hosts: while it is open, every https request of this process arrives at a server on
 * this machine, which keeps it as it came over the wire. Nothing leaves the machine.
 * (nock 15 is an ES module for Node 22.20 and later, which jest cannot load on Node 20.)
 * @param {(sent: Sent) => { status: number, body?: string, headers?: Record<string, string> }} answer
 */
async function openWire(answer) {
	/** @type {Sent[]} */
	const sent = [];
	const server = http.createServer(async (request, response) => {
		const { host, connection, ...headers } = request.headers;
		const one = { method: String(request.method), url: `https://${host}${request.url}`, headers: /** @type {Record<string, string>} */ (headers), body: await textOf(request) };
		sent.push(one);
		const { status, body = '', headers: more = {} } = answer(one);
		response.writeHead(status, { 'content-type': 'application/json', ...more }).end(body);
	});
	await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
	const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
	const original = https.request;
	/** @type {any} */ (https).request = (/** @type {any} */ options, /** @type {any} */ callback) => {
		const host = options.port && Number(options.port) !== 443 ? `${options.hostname}:${options.port}` : options.hostname;
		const { agent, agents, ...rest } = options;
		return http.request({ ...rest, protocol: 'http:', hostname: '127.0.0.1', port, headers: { ...options.headers, Host: host } }, callback);
	};
	const close = async () => {
		https.request = original;
		server.closeAllConnections();
		await new Promise((resolve) => server.close(() => resolve(undefined)));
	};
	return { sent, close };
}

module.exports = { openWire };
