import Crypto

/// What binds a draw to a secret before it is drawn: the hash is published first, the secret later.
public enum Commitment {
  /// The lower-case hex SHA-256 of a secret in UTF-8.
  public static func hash(of secret: String) -> String {
    SHA256.hash(data: Array(secret.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
