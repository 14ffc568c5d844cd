//! The program itself: real TLS, real connections.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use serde_json::Value;
use tokio_rustls::rustls::client::danger::{
    HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier,
};
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    ClientConfig, ClientConnection, DigitallySignedStruct, Error, SignatureScheme, StreamOwned,
};

/// A running stand-in; closing its standard input ends it.
struct Host {
    child: Child,
    tls: u16,
    control: u16,
}

impl Host {
    fn start() -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_stand-in"))
            .args(["--profile", "CloudFull"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        let ports: Value = serde_json::from_str(&line).unwrap();
        let port = |name: &str| u16::try_from(ports[name].as_u64().unwrap()).unwrap();
        let (tls, control) = (port("tls"), port("control"));
        Self {
            child,
            tls,
            control,
        }
    }

    /// What the TLS side says until it closes the connection.
    fn ask(&self, request: &str) -> String {
        let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Trusting))
            .with_no_client_auth();
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        let name = ServerName::try_from("sonarcloud.io").unwrap();
        let connection = ClientConnection::new(Arc::new(config), name).unwrap();
        let socket = TcpStream::connect(("127.0.0.1", self.tls)).unwrap();
        exchange(&mut StreamOwned::new(connection, socket), request)
    }

    fn control(&self, request: &str, body: &str) -> Value {
        let mut socket = TcpStream::connect(("127.0.0.1", self.control)).unwrap();
        let request = format!(
            "{request} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let answer = exchange(&mut socket, &request);
        serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        self.child.wait().unwrap();
    }
}

fn exchange(stream: &mut (impl Read + Write), request: &str) -> String {
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A cut connection is an error to TLS, and an end to us.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8(answer).unwrap()
}

fn renewal(cookies: &Value) -> String {
    let value = |number: usize| cookies[number]["value"].as_str().unwrap();
    format!(
        "POST /api/project_badges/renew_token HTTP/1.1\r\nhost: sonarcloud.io\r\n\
         cookie: JWT-SESSION={}; XSRF-TOKEN={}\r\nx-xsrf-token: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: 38\r\n\r\n\
         project=acme-payments_payments-service",
        value(0),
        value(1),
        value(1)
    )
}

#[test]
fn a_browser_meets_one_answer_a_connection() {
    let host = Host::start();
    let answer = host.ask("GET /api/server/version HTTP/1.1\r\nhost: sonarcloud.io\r\n\r\n");
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert_eq!(
        answer.matches("connection: close\r\n").count(),
        1,
        "{answer}"
    );
}

#[test]
fn a_dropped_connection_says_nothing_though_the_token_is_renewed() {
    let host = Host::start();
    let cookies = host.control("POST /sign-in", r#"{"login":"ada"}"#)["cookies"].clone();
    let fault =
        r#"{"path":"/api/project_badges/renew_token","kind":"drop","times":1,"after_acting":true}"#;
    host.control("POST /fault", fault);
    assert_eq!(host.ask(&renewal(&cookies)), "");
    let state = host.control("GET /state", "");
    let project = &state["projects"]["acme-payments_payments-service"];
    assert_eq!(project["renewals"], 1);
    assert_eq!(state["log"][0]["status"], Value::Null);
    let before = host.control("GET /token?project=acme-payments_payments-service", "");
    assert!(
        host.ask(&renewal(&cookies))
            .starts_with("HTTP/1.1 204 No Content\r\n")
    );
    let after = host.control("GET /token?project=acme-payments_payments-service", "");
    assert_ne!(before["token"], after["token"]);
}

#[test]
fn the_scene_is_set_from_outside() {
    let host = Host::start();
    let organization = r#"{"key":"big-corp","projects":3,"visibility":"private"}"#;
    host.control("POST /organization", organization);
    let project =
        r#"{"key":"x","name":"<b>","branches":[{"name":"trunk"},{"name":"t","type":"SHORT"}]}"#;
    host.control("POST /project", project);
    assert_eq!(host.control("GET /state", "")["total"]["projects"], 1_213);
    host.control(
        "POST /permission",
        r#"{"login":"bo","project":"x","administer":true}"#,
    );
    host.control("POST /sign-out-everyone", "");
    let reset = host.control("POST /reset", r#"{"profile":"Server99"}"#);
    assert_eq!(reset["profile"], "Server99");
    let error = host.control("POST /sign-in", r#"{"login":"zoe"}"#);
    assert_eq!(error["errors"][0]["msg"], "nobody is called zoe");
}

/// Trusts every certificate: it is our own, made a moment ago.
#[derive(Debug)]
struct Trusting;

impl ServerCertVerifier for Trusting {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        ring::default_provider()
            .signature_verification_algorithms
            .supported_schemes()
    }
}
