/**
 * Faults put into the product on purpose, each in one place: [what is broken, file, text, what stands there instead,
 * the tests that must notice it]. None of them is noticed by a snapshot alone.
 */
export const MUTATIONS = [
	// Safety
	['an address of another host counts as one\'s own', 'engine/address.ts', 'if (!root || !url || root.origin !== url.origin) return false;', 'if (!root || !url) return false;', 'test/engine'],
	['path values are not encoded', 'engine/request.ts', 'return encodeURIComponent(text);', 'return text;', 'test/engine/safety test/contract'],
	['two dots pass as a path value', 'engine/request.ts', "if (text === '' || text === '.' || text === '..')", "if (text === '')", 'test/engine'],
	['secrets stay in failures', 'engine/redact.ts', "if (typeof value === 'string') return redact(value, secrets) as T;", "if (typeof value === 'string') return value;", 'test/engine test/loop/secrets'],
	['tokens of an answer are handed on', 'engine/output.ts', 'asJson(omit.length ? without(given, omit) : given)', 'asJson(given)', 'test/engine/writes'],
	['redirects are followed', 'engine/send.ts', 'disableFollowRedirect: true, ignoreHttpStatusErrors,', 'ignoreHttpStatusErrors,', ['test/fault/matrix', { CELLS: '^(read: eBay|absolute: Crux).*redirect' }]],
	['links of answers may lead anywhere', 'engine/files.ts', 'if (!url || !(isNamed || url.origin === new URL(base).origin))', 'if (!url)', 'test/engine/bodies test/engine/pictures'],
	['links of answers are opened without TLS', 'engine/files.ts', "url?.protocol === 'https:' && !url.username", '!url?.username', 'test/engine/bodies test/engine/pictures'],
	['a token goes to hosts of others', 'engine/session.ts', 'if (authorization && isOwn)', 'if (authorization)', 'test/engine/credentials test/engine/safety'],
	['an OAuth2 token goes to hosts of others', 'engine/send.ts', 'open || goesUnsigned(api, credentials, url) ?', 'open ?', 'test/engine/whiskOAuth2'],
	// Sign-in
	['each caller signs in for itself', 'engine/session.ts', 'flight.running ??= start', 'flight.running = start', 'test/engine/credentials test/engine/signIn'],
	['a session made for other values counts', 'engine/session.ts', '(fingerprint ?? session.fingerprint) === session.fingerprint', 'true', 'test/engine/credentials test/engine/signIn test/engine/ebaySignIn'],
	['a refused sign-in is repeated at once', 'engine/session.ts', 'flight.refused.until > Date.now()', 'false', 'test/engine/credentials test/engine/signIn'],
	// Writes and repetitions
	['every write is repeated', 'engine/retry.ts', "effect === 'read' || repeat !== 'never'", 'true', ['test/fault/matrix', { CELLS: '^never: (Whisk|eBay order)' }]],
	['a try without an answer is forgotten', 'engine/retry.ts', "unsure ||= failure.outcome === 'unknown';", '', ['test/fault/matrix', { CELLS: '^(keyed: eBay cart|verify: Crux)' }]],
	['a look that finds nothing counts as done', 'engine/retry.ts', 'if (told.ok && told.value)', 'if (told.ok)', ['test/fault/matrix', { CELLS: '^verify: (Crux|eBay offer publish)' }]],
	['silence counts as not done', 'engine/retry.ts', 'if (!told.ok || told.value === undefined || isSilent)', 'if (!told.ok || told.value === undefined)', ['test/fault/matrix', { CELLS: '^verify: (Crux|eBay offer publish)' }]],
	['the refusal of a second sending is a failure', 'engine/retry.ts', 'if (unsure && isDone(sending, result.failure))', 'if (false && isDone(sending, result.failure))', ['test/fault/matrix', { CELLS: '^keyed' }]],
	['a used-up quota does not stop the rest', 'engine/retry.ts', 'pace.quota = result.failure;', '', 'test/fault/retry test/engine/priceAndQuantity'],
	['a pause holds back one request only', 'engine/retry.ts', 'isBusy(raw) ? pace.hold(wait) : await pace.wait(wait)', 'await pace.wait(wait)', 'test/fault/retry'],
	['codes that say "nothing was done" are not known', 'engine/explain.ts', "sending.api.notDone?.includes(code) ? 'not done' : usual", 'usual', ['test/fault/matrix', { CELLS: '500, nothing' }]],
	['a broken connection counts as not done', 'engine/explain.ts', "const outcome = effect === 'read' ? 'not done' : 'unknown';", "const outcome = 'not done';", ['test/fault/matrix', { CELLS: '^(never|keyed).*reset after' }]],
	['Retry On Fail sends again what was done', 'engine/memory.ts', 'return this.of(itemIndex, request)?.result;', 'return undefined;', ['test/fault/matrix', { CELLS: '^never: (Whisk|eBay order)' }]],
	['Retry On Fail hands on an old result for a new request', 'engine/memory.ts', 'entry && entry.request === fingerprint(request) ? entry : undefined', 'entry', 'test/engine'],
	['records are not read anew before a further try', 'engine/bulk.ts', 'if (tries++ === 0 || !run.operation.merge)', 'if (tries++ >= 0)', 'test/engine/concurrentWrites'],
	// Items
	['results are paired with the first item', 'engine/report.ts', 'pairedItem: { item: itemIndex } });\n\t\t}', 'pairedItem: { item: 0 } });\n\t\t}', 'test/engine test/loop/operations'],
	['a stopped run does not say what was done', 'engine/report.ts', "effect === 'read' ? 'read' : 'done'", "'not sent'", 'test/engine/items test/engine/writes test/fault/interleaving'],
	['rows of one lane stand in one call', 'engine/gather.ts', 'if (lane !== undefined) seen.set(lane, wave + 1);', '', 'test/engine/gather'],
	['results are taken by order where a key is named', 'engine/gather.ts', 'if (!key) return list.length', 'if (key || !key) return list.length', 'test/engine'],
	['a list of results of another length is taken', 'engine/gather.ts', 'return list.length === requests.length ? list.map((entry) => [entry]) : [];', 'return list.map((entry) => [entry]);', 'test/engine/gather'],
	['a bad value fails its neighbours', 'engine/bulk.ts', 'gather.union && indexes.length > 1', 'false', ['test/fault/matrix', { CELLS: 'bad value' }]],
	['more requests at once than asked', 'engine/pool.ts', 'running.size < options.concurrency', 'running.size < options.concurrency + 1', 'test/engine/pool'],
	['writes of one lane overtake each other', 'engine/pool.ts', 'if (lane === undefined) return index;', 'return index;', 'test/engine/pool'],
	['rows that would change nothing are sent', 'engine/prepare.ts', 'if (same.value) return unneeded(operation, plan.values, isUnsure);', '', 'test/engine/priceAndQuantity'],
	['a row that cannot be completed is "not done"', 'engine/prepare.ts', "isUnsure ? inDoubt(failure) : { ...failure, outcome: 'not sent' }", "{ ...failure, outcome: 'not sent' }", ['test/fault/matrix', { CELLS: '^compared' }]],
	// Pages
	['pages that overlap give records twice', 'engine/pages.ts', 'if (seen.has(id)) return false;', '', 'test/engine/pages'],
	['a page that brings nothing new does not end the reading', 'engine/pages.ts', '!records.length || page.value.isLast', 'page.value.isLast', 'test/engine/pages'],
	['a cursor that leads to itself is followed', 'engine/pages.ts', 'next === undefined || next === start', 'next === undefined', 'test/engine/pages'],
	['Limit gives one page more', 'engine/pages.ts', 'records.slice(0, limit - found.length)', 'records', 'test/engine/pages'],
	// Values
	['3.5 is cut to 3', 'engine/checks.ts', "if (typeof value !== 'number' || !Number.isSafeInteger(value))", "if (typeof value !== 'number')", 'test/engine/kinds'],
	['0 is left out', 'engine/request.ts', 'return values[name] === undefined ? []', 'return !values[name] ? []', 'test/contract test/engine'],
	['"1,000" is taken for money', 'engine/checks.ts', 'if (/^\\d+(\\.\\d+)?$/.test(text)) return text;', "if (/^[\\d,]+(\\.\\d+)?$/.test(text)) return text.replace(/,/g, '');", 'test/engine/composites'],
	// Polling
	['what was seen is noted though nothing is handed on', 'engine/poll.ts', 'return known ? handOn(watching, found) : null;', 'return handOn(watching, found);', 'test/engine/watchHistories'],
	['the window has no overlap', 'engine/poll.ts', 'known.since - (window?.overlap ?? 0) * MINUTE', 'known.since', 'test/engine/watchHistories'],
	['an entry that one reading misses is forgotten', 'engine/watch.ts', 'const MOST_ABSENCES = 3;', 'const MOST_ABSENCES = 0;', 'test/engine/watchHistories'],
	['a parted reading goes on from the start', 'engine/poll.ts', 'let start: Start = known?.next ?? firstStart(list);', 'let start: Start = firstStart(list);', 'test/engine/watchHistories'],
	['the first reading is parted', 'engine/poll.ts', 'if (known && (found.length', 'if ((found.length', 'test/engine/watchHistories test/engine/cruxTrigger'],
	['records from the future move the window', 'engine/poll.ts', '.filter((time) => time <= Date.now())', '', 'test/engine/watchHistories'],
	['the window goes back with the clock', 'engine/poll.ts', 'Math.max(Date.now() - lookBack * DAY, known?.since ?? 0)', 'Date.now() - lookBack * DAY', 'test/engine/watchHistories'],
	['two polls of one trigger run side by side', 'engine/turns.ts', 'if (running.has(name)) {', 'if (false) {', 'test/engine/cruxTrigger test/engine/watchHistories'],
	['any number of entries is remembered', 'engine/watch.ts', 'if (this.entries.size > MOST_ENTRIES) return undefined;', '', 'test/engine/cruxTrigger test/engine/watchHistories'],
	['another question goes on with the old answers', 'engine/poll.ts', 'const known = before?.of === of ? before : undefined;', 'const known = before;', 'test/engine/cruxTrigger'],
	// Tables
	['a slash at the end of a route is lost', 'nodes/Crux/resources/inventoryList.ts', "remove-items/'", "remove-items'", 'test/contract'],
	['Whisk takes user tokens as Token', 'credentials/WhiskApi.credentials.ts', "? 'Bearer' : 'Token'", "? 'Token' : 'Token'", 'test/founding test/engine/credentials test/engine/whiskWire'],
];
