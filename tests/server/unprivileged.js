// Whom a server runs as. Its search engine refuses to start as root; then it runs
// as a user and group of a number that no account has, and owns nothing but its
// own folder. (Measured on Server 26.9 and 9.9: no account is needed.)

const NOBODY = { uid: 64321, gid: 64321 };

/** For `spawn`: empty where we are not root and a server runs as we do. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? NOBODY : {};
