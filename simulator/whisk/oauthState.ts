/** The app that the simulator's Whisk knows. */
export const DEMO_CLIENT = { clientId: 'whisk-demo-client-id', clientSecret: 'whisk-demo-client-secret' };

/** What is left of a consent that was given before the simulator started. */
export const DEMO_GRANT = { accessToken: 'whisk-demo-oauth-access-token', refreshToken: 'whisk-demo-oauth-refresh-token' };

/** A year, in seconds. */
export const REFRESH_LIFE = 365 * 24 * 3600;

export interface WhiskGrant {
	scopes: string[];
	expires: number;
	isRevoked: boolean;
}

export interface WhiskOAuth {
	/** Scopes that the app may ask for. */
	grantable: string[];
	codes: Map<string, { scopes: string[]; redirectUri: string; expires: number; isUsed: boolean }>;
	/** Consents by their refresh token. */
	grants: Map<string, WhiskGrant>;
	/** Seconds that an access token lives. */
	tokenLife: number;
	tokenType: string;
	/** Whether a refresh token is good for one renewal only; no page says. */
	rotates: boolean;
	refreshes: number;
}

export const createOAuth = (scopes: string[]): WhiskOAuth => ({
	grantable: [...scopes], codes: new Map(), grants: new Map([[DEMO_GRANT.refreshToken, { scopes: [...scopes], expires: Date.now() + REFRESH_LIFE * 1000, isRevoked: false }]]),
	tokenLife: 3600, tokenType: 'Bearer', rotates: false, refreshes: 0,
});

interface Revocable {
	tokens: Map<string, { grant?: string; isExpired: boolean }>;
	oauth: WhiskOAuth;
}

/** A user takes all consents back: their tokens end with them. */
export function revokeConsents({ tokens, oauth }: Revocable): void {
	for (const grant of oauth.grants.values()) grant.isRevoked = true;
	for (const token of tokens.values()) if (token.grant) token.isExpired = true;
}
