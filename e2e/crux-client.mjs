// Someone else on the Crux Connect of the simulator: asks it directly, without n8n.

/**
 * Signs in with a demo account.
 * @param {{ data: { customUrl: string, username: string, password: string } }} account
 * @returns {Promise<{ ask(method: string, path: string, body?: object): Promise<any>, organization: string }>} `ask` throws on a refusal
 */
export async function signInToCrux({ data: { customUrl, username, password } }) {
	const send = async (method, path, body, headers = {}) => {
		const type = body ? { 'content-type': 'application/json' } : {};
		const answer = await fetch(customUrl + path, { method, headers: { ...type, ...headers, connection: 'close' }, body: body && JSON.stringify(body) });
		const text = await answer.text();
		if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 300)}`);
		return text ? JSON.parse(text) : undefined;
	};
	const { auth_token: token, org_uuid: organization } = await send('POST', '/timp/organizations/user-login/', { username, password });
	return { organization, ask: async (method, path, body) => await send(method, path, body, { authorization: `Token ${token}` }) };
}
