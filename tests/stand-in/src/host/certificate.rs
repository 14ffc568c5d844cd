//! TLS with a certificate made at the start, for both hosts of Cloud.

use std::error::Error;
use std::sync::Arc;

use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

/// Accepts TLS 1.2 and 1.3, and HTTP/1.1 inside.
pub(crate) fn acceptor() -> Result<TlsAcceptor, Box<dyn Error>> {
    let names = ["sonarcloud.io", "sonarqube.us", "localhost", "127.0.0.1"];
    let made = rcgen::generate_simple_self_signed(names.map(String::from))?;
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}
