import FlyingFox
import Mustache
