// Drives n8n's editor in a headless Chromium, as a person would.
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, selectors } from 'playwright-core';
import { repository } from './package-under-test.mjs';

selectors.setTestIdAttribute('data-test-id');

const flags = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];
const patience = 30_000;

/** Finds a Chromium or Chrome on this machine; CHROMIUM_PATH names another. */
export function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which does not exist`);
	const windows = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
	const places = [
		named,
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
		'/snap/bin/chromium',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		...windows.map((folder) => path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe')),
		...windows.map((folder) => path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')),
		chromium.executablePath(),
	];
	const found = places.find((place) => place && existsSync(place));
	if (!found) throw new Error('No Chromium or Chrome was found: install one (Debian: apt-get install chromium) or name it in CHROMIUM_PATH');
	return found;
}

function screenshotFolder(wanted) {
	const folder = wanted ?? process.env.E2E_SCREENSHOTS;
	if (!folder) return mkdtempSync(path.join(tmpdir(), 'n8n-editor-'));
	const whole = path.resolve(folder);
	const inside = path.relative(repository, whole);
	if (!inside.startsWith('..') && !path.isAbsolute(inside)) throw new Error(`Screenshots do not belong into the repository: ${whole}`);
	mkdirSync(whole, { recursive: true });
	return whole;
}

/** One browser window on one n8n. */
export class Editor {
	/** @param {{ url: string, screenshots?: string, secrets?: string[] }} options secrets: texts that no picture may show */
	static async open({ url, screenshots, secrets = [] }) {
		const folder = screenshotFolder(screenshots);
		const browser = await chromium.launch({ executablePath: findChromium(), args: flags });
		const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
		page.setDefaultTimeout(patience);
		return new Editor(browser, page, url, folder, secrets);
	}

	constructor(browser, page, url, screenshots, secrets) {
		Object.assign(this, { browser, page, url, screenshots, secrets, faults: [] });
		page.on('pageerror', (error) => this.faults.push(error.message));
	}

	async signIn({ email, password }) {
		await this.page.goto(`${this.url}/signin`);
		await this.page.locator('input[type=email]').fill(email);
		await this.page.locator('input[type=password]').fill(password);
		await this.page
			.getByRole('button', { name: /sign in/i })
			.first()
			.click();
		await this.page.waitForURL((address) => !address.pathname.includes('signin'));
	}

	async openWorkflow(id) {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
		await this.dismissNotices();
	}

	/** Names of the nodes on the canvas. */
	async nodeNames() {
		return await this.page.getByTestId('canvas-node').evaluateAll((nodes) => nodes.map((node) => node.dataset.nodeName));
	}

	/** Closes what n8n may lay over its editor for newcomers. */
	async dismissNotices() {
		const notices = this.page.locator(
			'[data-test-id$="-callout-close"], .el-dialog__headerbtn, .el-notification__closeBtn, [data-test-id="banner-stack"] [aria-label="Close"]',
		);
		for (const notice of await notices.all()) await notice.click({ timeout: 1_000 }).catch(() => {});
	}

	async openNode(name) {
		await this.page.locator(`[data-test-id="canvas-node"][data-node-name=${JSON.stringify(name)}]`).dblclick();
		await this.page.getByTestId('node-parameters').first().waitFor();
	}

	async closeNode() {
		await this.page.keyboard.press('Escape');
		await this.page.getByTestId('node-parameters').first().waitFor({ state: 'hidden' });
	}

	/** Labels of the fields that the open node panel shows. */
	async fieldLabels() {
		return await this.page.getByTestId('node-parameters').locator('label').allInnerTexts();
	}

	/** All that the open node panel says, when what it loads from the service has come. */
	async panelText(wanted) {
		const panel = this.page.getByTestId('node-parameters').first();
		for (const text of wanted) await panel.getByText(text, { exact: false }).first().waitFor({ state: 'attached' });
		return await panel.innerText();
	}

	/** Scrolls the open panel to a text. */
	async scrollTo(text) {
		await this.page.getByTestId('node-parameters').first().getByText(text, { exact: true }).first().scrollIntoViewIfNeeded();
	}

	/** Opens the list of a resource locator and reads its entries; the list stays open. */
	async pickerEntries(parameter) {
		// A list can be chosen only while the parameter is not an expression.
		const fixed = this.page.getByTestId(`${parameter}-parameter-input-options-container`).getByTestId('radio-button-fixed');
		if ((await fixed.count()) > 0) await fixed.click();
		const picker = this.page.getByTestId(`resource-locator-${parameter}`);
		await picker.getByTestId('rlc-mode-selector').click();
		await this.page.locator('[data-test-id="mode-list"]:visible').click();
		await picker.getByTestId('rlc-input').click();
		await this.page.getByTestId('rlc-item').first().waitFor();
		return (await this.page.getByTestId('rlc-item').allInnerTexts()).map((text) => text.trim());
	}

	/** Opens the list of a resource locator that has no entries to show, and reads what it says instead. */
	async pickerMessage(parameter) {
		const picker = this.page.getByTestId(`resource-locator-${parameter}`);
		await picker.getByTestId('rlc-input').click();
		const message = this.page.getByTestId('rlc-error-container');
		await message.waitFor();
		return await message.innerText();
	}

	/** Takes an entry of the list that `pickerEntries` opened. */
	async pick(entry) {
		await this.page.getByTestId('rlc-item').filter({ hasText: entry }).first().click();
	}

	/** Runs the step of the open panel and gives the text of its output: a table, or what went wrong. */
	async executeStep() {
		const output = this.page.getByTestId('output-panel');
		await this.page.getByTestId('node-execute-button').first().click();
		await output.locator('tbody td, [data-test-id="node-error-message"]').first().waitFor();
		return await output.innerText();
	}

	/** Types into the node creator and gives the titles it finds, `wanted` among them. */
	async searchNodes(text, wanted = text) {
		await this.page.getByTestId('node-creator-plus-button').first().click();
		await this.page.getByTestId('node-creator-search-bar').first().fill(text);
		const items = this.page.getByTestId('node-creator-item-name');
		await items.filter({ hasText: wanted }).first().waitFor();
		return await items.allInnerTexts();
	}

	/** Opens a saved credential and clicks its Connect button; gives the window that asks for consent. */
	async openConsent(address) {
		await this.page.goto(address);
		const [popup] = await Promise.all([this.page.waitForEvent('popup'), this.page.getByTestId('oauth-not-connected-banner').getByRole('button').first().click()]);
		await popup.locator('form').waitFor();
		return popup;
	}

	/** Saves a picture of the window, or of another page, and gives its path. A secret that could be read in it is a fault. */
	async screenshot(name, page = this.page) {
		const seen = await page.evaluate(() => [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map(({ type, value }) => (type === 'password' ? '' : value))].join('\n'));
		for (const secret of this.secrets) if (seen.includes(secret)) this.faults.push(`${name} shows a secret that starts with ${secret.slice(0, 4)}`);
		const file = path.join(this.screenshots, `${name}.png`);
		await page.screenshot({ path: file, animations: 'disabled' });
		return file;
	}

	async close() {
		await this.browser.close();
	}
}
