// Fills in n8n's form of a credential by hand, as a person would.

const patience = 30_000;

/** The dialog of one credential in the editor. */
export class CredentialForm {
	/** @param {import('./editor.mjs').Editor} editor signed in */
	constructor(editor) {
		this.editor = editor;
		this.page = editor.page;
	}

	get dialog() {
		return this.page.getByTestId('credential-edit-dialog');
	}

	/** Opens an empty form for a type of credential by its name. */
	async create(typeName) {
		await this.page.goto(`${this.editor.url}/home/credentials`);
		await this.page.getByTestId('add-resource-credential').first().click();
		await this.page.getByTestId('new-credential-type-select').click();
		await this.page.keyboard.type(typeName);
		await this.page.locator('.el-select-dropdown__item:visible').filter({ hasText: typeName }).first().click();
		await this.page.getByTestId('new-credential-type-button').click();
		await this.dialog.waitFor();
	}

	/** Opens the form of a saved credential. */
	async open(id) {
		await this.page.goto(`${this.editor.url}/home/credentials/${id}`);
		await this.dialog.waitFor();
	}

	async fill(name, value) {
		await this.page.getByTestId(`parameter-input-${name}`).locator('input, textarea').first().fill(value);
	}

	async choose(name, label) {
		await this.page.getByTestId(`parameter-input-${name}`).click();
		await this.page.locator('.el-select-dropdown__item:visible').filter({ hasText: label }).first().click();
	}

	/** Saves and waits for n8n's test: its id, whether it went well, and all that it says. */
	async save() {
		const tested = this.page.waitForResponse((answer) => answer.url().endsWith('/rest/credentials/test'), { timeout: patience });
		await this.page.getByTestId('credential-save-button').click();
		return await this.#result(tested);
	}

	/** Tests once more. */
	async retry() {
		const tested = this.page.waitForResponse((answer) => answer.url().endsWith('/rest/credentials/test'), { timeout: patience });
		await this.dialog.getByRole('button', { name: 'Retry' }).filter({ visible: true }).first().click();
		return await this.#result(tested);
	}

	async #result(tested) {
		const answer = await tested;
		const { credentials } = answer.request().postDataJSON();
		const { data } = await answer.json();
		const passed = data.status === 'OK';
		if (passed) await this.page.getByTestId('credentials-config-container-test-success').waitFor();
		else {
			// what n8n calls more details is our sentence
			const more = this.dialog.getByText('More details').filter({ visible: true });
			await this.dialog.getByText('connect with these settings').filter({ visible: true }).waitFor();
			if ((await more.count()) > 0) await more.first().click();
		}
		await this.dialog.getByText('connect with these settings').first().scrollIntoViewIfNeeded().catch(() => {});
		return { id: credentials.id, passed, text: await this.dialog.innerText() };
	}
}
