import Crypto

/// What binds a draw to a secret before it is drawn: the hash is published first, the secret later.
public enum Commitment {
  /// The lower-case hex SHA-256 of a secret in UTF-8.
  public static func hash(of secret: String) -> String { hash(of: Array(secret.utf8)) }

  /// The lower-case hex SHA-256 of bytes, for instance of a file.
  public static func hash(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
