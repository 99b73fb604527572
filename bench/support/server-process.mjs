// A service as quick as Node can be, in a process of its own: /<latency>/… answers what Crux Connect would.
import { createServer } from 'node:http';

const RECORDS = 100_000;
const SUCCESS = JSON.stringify({ message: 'success' });
const counts = { requests: 0, inFlight: 0, most: 0 };

const uuid = (kind, index) => `${kind}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** A SKU with the members and the size of the documented sample. */
function sku(index) {
	const measures = { height: null, length: null, width: null, weight: null, weight_units: 'g', dimension_units: 'cm' };
	const cost = (5 + (index % 500) / 10).toFixed(2);
	const day = `2026-09-${String(1 + (index % 28)).padStart(2, '0')}T08:00:00.000001Z`;
	const catalog = { name: 'Standard', uuid: uuid('0f6dce1b', 1) };
	return {
		uuid: uuid('3c218869', index),
		restrictions: null,
		condition: 'new',
		sku_distinguishing_attributes: { size: 'SML'[index % 3], color: `Colour ${index % 40}` },
		sku_nondistinguishing_attributes: {},
		item: { uuid: uuid('f84b9d15', index >> 2) },
		minimum_advertised_price: cost,
		msrp: cost,
		price_tiers: [
			{
				handling_cost: '0.00',
				shipping_cost_type: 'fixed',
				catalog,
				shipping_cost_is_estimate: false,
				cost,
				cost_per_unit: cost,
				shipping_cost: '4.50',
				minimum_tier_quantity: 1,
			},
		],
		product_images: [],
		product_videos: [],
		measurements: { package: measures, sku: measures },
		product_identifiers: { upca: String(index).padStart(12, '0'), ean13: null, gtin14: null, isbn: null, asin: null, mpn: null },
		inventory_lists: [{ uuid: uuid('7210fcdf', index % 7), name: 'Autumn Shop' }],
		created: day,
		last_updated: day,
		sku_id: `SKU-${index}`,
		quantity_in_stock: index % 300,
		quantity_on_backorder: 0,
		number_of_units_bundled: 1,
	};
}

function page(url) {
	const { searchParams } = new URL(url, 'http://localhost');
	const start = Number(searchParams.get('start') ?? 0);
	const end = Math.min(RECORDS, start + Number(searchParams.get('limit') ?? 25));
	const skus = Array.from({ length: Math.max(0, end - start) }, (_, offset) => sku(start + offset));
	return JSON.stringify({ pagination: { total_count: RECORDS, start, limit: end - start, next_start_index: end < RECORDS ? end : null }, skus });
}

/** eBay's price call, an offer of each SKU, and tokens. */
function ebayAnswer(url, { authorization = '' }, text) {
	if (url.endsWith('/oauth2/token')) return [200, '{"access_token":"bench","expires_in":7200,"token_type":"User Access Token"}'];
	if (!authorization.startsWith('Bearer bench')) return [401, '{"errors":[{"errorId":1001,"message":"not signed in"}]}'];
	if (url.includes('/offer?')) {
		const sku = new URL(url, 'http://localhost').searchParams.get('sku');
		return [200, JSON.stringify({ offers: [{ offerId: `1${sku}`, sku, marketplaceId: 'EBAY_US', format: 'FIXED_PRICE', status: 'PUBLISHED', pricingSummary: { price: { value: '1.00', currency: 'USD' } } }] })];
	}
	const { requests = [] } = url.endsWith('/bulk_update_price_quantity') ? JSON.parse(text) : {};
	const isWhole = requests.length > 0 && requests.length <= 25 && requests.every(({ sku, offers }) => sku && offers?.[0]?.offerId && offers[0].price?.value);
	return isWhole ? [200, JSON.stringify({ responses: requests.map(({ sku, offers: [{ offerId }] }) => ({ sku, offerId, statusCode: 200 })) })] : [400, '{"errors":[{"errorId":25709,"message":"1 to 25 whole requests are needed"}]}'];
}

/** Only a whole, signed-in write counts: a client that sends less must not look faster. */
function answerTo({ method, url, headers }, text) {
	if (url.includes('/api.ebay.com/')) return ebayAnswer(url, headers, text);
	if (!/^Token ./.test(headers.authorization ?? '')) return [401, '{"message":"not signed in"}'];
	if (method === 'GET' && url.includes('/products/skus/')) return [200, page(url)];
	if (method !== 'POST' || !url.endsWith('/products/skus/inventory/')) return [404, '{"message":"no such address"}'];
	const { sku_id: id, quantity_in_stock: stock } = JSON.parse(text);
	return typeof id === 'string' && Number.isInteger(stock) ? [200, SUCCESS] : [400, '{"message":"sku_id and quantity_in_stock are needed"}'];
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
	counts.requests += 1;
	counts.inFlight += 1;
	counts.most = Math.max(counts.most, counts.inFlight);
	const chunks = [];
	request.on('data', (chunk) => chunks.push(chunk));
	request.on('end', () => {
		const answer = () => {
			const [status, body] = answerTo(request, Buffer.concat(chunks).toString('utf8'));
			counts.inFlight -= 1;
			response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) }).end(body);
		};
		const latency = Number(request.url.split('/')[1]);
		if (latency > 0) setTimeout(answer, latency);
		else answer();
	});
});

process.on('message', () => {
	process.send({ requests: counts.requests, most: counts.most });
	Object.assign(counts, { requests: 0, most: counts.inFlight });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
